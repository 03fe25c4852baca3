import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** `signature` is that of a pre-signed address; `credential` what a caller came with. */
type Kind = 'token' | 'session-id' | 'code' | 'signature' | 'credential' | 'app-secret';

interface SearchedAnswer {
  readonly headers: Headers;
  readonly text: string;
}

/** Routes whose purpose is to hand pre-signed addresses out. */
const handsOutAddresses = [
  /^POST \/v1\/(spaces|share-links|public-links)\/[^/]+\/download-links$/,
  /^POST \/v1\/spaces\/[^/]+\/uploads$/,
  /^(GET|POST) \/v1\/spaces\/[^/]+\/uploads\/[^/]+\/parts$/,
  /^(GET|HEAD) \/v1\/(spaces|share-links|public-links)\/[^/]+\/files\/[^/]+\/content\?(.*&)?redirect=true/,
  // One version by itself tells where its bytes are.
  /^(GET|PATCH) \/v1\/spaces\/[^/]+\/files\/[^/]+\/versions\/[^/]+$/,
  // A job that packed an archive tells where that is.
  /^GET (\/v1\/(share|public)-links\/[^/]+|\/v1)\/jobs\/[^/]+(\/events)?$/,
];

/** Shorter texts are found by chance. */
const shortest = 16;
const runs = (text: string): string[] => text.match(/[A-Za-z0-9]{16,}/g) ?? [];

const watched = new Map<string, Canaries>();

/** Searches an answer of a gateway that is watched; others', such as those of a provider, are let be. */
export function searchAnswerOf(origin: string, method: string, path: string, answer: SearchedAnswer): void {
  watched.get(new URL(origin).port)?.searchAnswer(method, path, answer);
}

/** Knows every secret of a stack, and looks for them in all that it says. */
export class Canaries {
  /** The secrets that the gateway is given. */
  readonly planted = { appSecret: newSecret('app'), clientSecret: newSecret('client') };
  /** Takes the gateway's log, whatever its level. */
  readonly log = { write: (line: string): void => void this.#lines.push(line) };
  readonly #lines: string[] = [];

  /** The log so far, a JSON text each. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** By the longest run of letters and digits of each. */
  readonly #secrets = new Map<string, Kind>();

  constructor() {
    for (const secret of Object.values(this.planted)) this.learn('app-secret', secret);
  }

  readonly learn = (kind: Kind, secret: string): void => {
    const [longest = ''] = runs(secret).sort((one, other) => other.length - one.length);
    if (longest.length >= shortest) this.#secrets.set(longest, kind);
  };

  /** From here on, answers of the gateway at that address are searched, whoever gets them. @returns what ends it */
  watch(url: string): () => Promise<void> {
    const { port } = new URL(url);
    watched.set(port, this);
    return async () => {
      watched.delete(port);
      // Labels of metrics are made of what was asked; they are read once, when all was asked.
      const metrics = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
      if (metrics) this.searchAnswer('GET', '/metrics', { headers: metrics.headers, text: await metrics.text() });
    };
  }

  /** @throws Error where a secret stands in the answer and has no business there */
  searchAnswer(method: string, path: string, { headers, text }: SearchedAnswer): void {
    const purpose = handsOutAddresses.some((route) => route.test(`${method} ${path}`));
    for (const [name, value] of headers) {
      // Where a browser gets its credential.
      if (name === 'set-cookie') this.learn('credential', value.split(';', 1)[0] ?? '');
      else this.#search(`${method} ${path}: header ${name}`, value, purpose);
    }
    this.#search(`${method} ${path}: body`, text, purpose);
  }

  /** Once all was said. @param auditLog its file @throws Error where a secret stands in a line */
  async searchLogs(auditLog: string): Promise<void> {
    const audited = await readFile(auditLog, 'utf8').catch(() => '');
    for (const line of this.#lines) this.#search('a line of the log', line, false);
    for (const line of audited.split('\n')) this.#search('a line of the audit log', line, false);
  }

  #search(where: string, text: string, purpose: boolean): void {
    for (const run of runs(text)) {
      // What stands before it may be an escape: %20, %3D.
      const kind = this.#secrets.get(run) ?? this.#secrets.get(run.slice(2));
      if (kind === undefined || (purpose && kind === 'signature')) continue;
      throw new Error(`${where} holds a secret (${kind}): ${text.replaceAll(run, '<here>').slice(0, 400)}`);
    }
  }
}

const newSecret = (name: string): string => `canary-${name}-${randomBytes(16).toString('hex')}`;
