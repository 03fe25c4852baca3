import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** `signature` is the signature of a pre-signed URL; `credential` is a credential of a caller. */
type SecretKind = 'token' | 'session-id' | 'code' | 'signature' | 'credential' | 'app-secret';

interface ScannedResponse {
  readonly headers: Headers;
  readonly text: string;
}

/** Routes whose purpose is to return pre-signed URLs. */
const presignedUrlRoutes = [
  /^POST \/v1\/(spaces|share-links|public-links)\/[^/]+\/download-links$/,
  /^POST \/v1\/spaces\/[^/]+\/uploads$/,
  /^(GET|POST) \/v1\/spaces\/[^/]+\/uploads\/[^/]+\/parts$/,
  /^(GET|HEAD) \/v1\/(spaces|share-links|public-links)\/[^/]+\/files\/[^/]+\/content\?(.*&)?redirect=true/,
  // A single version has the URL of its bytes.
  /^(GET|PATCH) \/v1\/spaces\/[^/]+\/files\/[^/]+\/versions\/[^/]+$/,
  /^GET \/v1\/reviews\?(.*&)?withUrls=true/,
  // A job that packed an archive has the URL of the archive.
  /^GET (\/v1\/(share|public)-links\/[^/]+|\/v1)\/jobs\/[^/]+(\/events)?$/,
];

/** Shorter texts can occur by coincidence. */
const minSecretLength = 16;
const alphanumericRunPattern = new RegExp(`[A-Za-z0-9]{${minSecretLength},}`, 'g');
const findAlphanumericRuns = (text: string): string[] => text.match(alphanumericRunPattern) ?? [];

const scannersByPort = new Map<string, SecretScanner>();

/** Scans a response if a scanner is registered for its gateway. Responses of other servers, such as a provider, are ignored. */
export function scanGatewayResponse(origin: string, method: string, path: string, response: ScannedResponse): void {
  scannersByPort.get(new URL(origin).port)?.scanResponse(method, path, response);
}

/** Has every secret of a stack, and searches all output of the gateway for them. */
export class SecretScanner {
  /** The secrets in the gateway's configuration. */
  readonly plantedSecrets = { appSecret: createSecret('app'), clientSecret: createSecret('client') };
  /** The destination of the gateway's log, for every level. */
  readonly logStream = { write: (line: string): void => void this.collectedLogLines.push(line) };
  private readonly collectedLogLines: string[] = [];

  /** The log lines so far; each is a JSON text. */
  get logLines(): readonly string[] {
    return this.collectedLogLines;
  }

  /** The kind of each secret, by the longest run of letters and digits in the secret. */
  private readonly kindsBySecret = new Map<string, SecretKind>();

  constructor() {
    for (const secret of Object.values(this.plantedSecrets)) this.addSecret('app-secret', secret);
  }

  readonly addSecret = (kind: SecretKind, secret: string): void => {
    const [longest = ''] = findAlphanumericRuns(secret).sort((one, other) => other.length - one.length);
    if (longest !== '') this.kindsBySecret.set(longest, kind);
  };

  /** Scans all responses of the gateway at that URL from now on. @returns a function that ends the scan */
  scanGateway(url: string): () => Promise<void> {
    const { port } = new URL(url);
    scannersByPort.set(port, this);
    return async () => {
      scannersByPort.delete(port);
      // Metric labels depend on the requests, so metrics are scanned once, after all requests.
      const metrics = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
      if (metrics) this.scanResponse('GET', '/metrics', { headers: metrics.headers, text: await metrics.text() });
    };
  }

  /** @throws Error if the response contains a secret that it must not contain */
  scanResponse(method: string, path: string, { headers, text }: ScannedResponse): void {
    const mayHaveSignature = presignedUrlRoutes.some((route) => route.test(`${method} ${path}`));
    for (const [name, value] of headers) {
      // The cookie is the credential of a browser.
      if (name === 'set-cookie') this.addSecret('credential', value.split(';', 1)[0] ?? '');
      else this.scanText(`${method} ${path}: header ${name}`, value, mayHaveSignature);
    }
    this.scanText(`${method} ${path}: body`, text, mayHaveSignature);
  }

  /**
   * Call it after all requests.
   * @param auditLogFile the path of the audit log
   * @throws Error if a line contains a secret
   */
  async scanLogs(auditLogFile: string): Promise<void> {
    const auditLog = await readFile(auditLogFile, 'utf8').catch(() => '');
    for (const line of this.collectedLogLines) this.scanText('a line of the log', line, false);
    for (const line of auditLog.split('\n')) this.scanText('a line of the audit log', line, false);
  }

  private scanText(location: string, text: string, mayHaveSignature: boolean): void {
    for (const run of findAlphanumericRuns(text)) {
      // The run may start with the digits of a percent-encoding: %20, %3D.
      const kind = this.kindsBySecret.get(run) ?? this.kindsBySecret.get(run.slice(2));
      if (kind === undefined || (mayHaveSignature && kind === 'signature')) continue;
      throw new Error(`${location} contains a secret (${kind}): ${text.replaceAll(run, '<here>').slice(0, 400)}`);
    }
  }
}

const createSecret = (name: string): string => `canary-${name}-${randomBytes(16).toString('hex')}`;
