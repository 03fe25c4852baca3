/**
 * `npm run bench:callers`: what it costs to know who calls, by `authenticate` as the gateway runs it: with an API key,
 * with a token that was verified a moment ago, and with one that comes for the first time. Microseconds for each call.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import {
  ApiKeyRegistry,
  ApiKeyStrategy,
  authenticate,
  type CallerRequest,
  type CallerStrategy,
  issueApiKey,
  IssuerKeys,
  JwtStrategy,
  JwtVerifier,
  KeySetFetch,
  Refusal,
} from '../../libs/callers/src/index.js';
import { json, LocalServer } from '../support/local-server.js';

const algorithms = ['RS256', 'ES256', 'EdDSA'] as const;
const rounds = 400;
/** Calls that are timed together where one is too short to be timed alone. */
const together = 50;
/** The mark: repeated calls cost less than 0.1 ms at the median. */
const mostMicroseconds = 100;

interface Row {
  readonly name: string;
  readonly median: number;
  readonly p5: number;
  readonly p95: number;
  /** Whether the mark holds for it. */
  readonly repeated: boolean;
}

function requestWith(credential: string): CallerRequest {
  const authorization = `Bearer ${credential}`;
  const others = { host: 'localhost', accept: '*/*', 'user-agent': 'bench', 'accept-language': 'en' };
  const headers = { ...others, authorization };
  return { headers, rawHeaders: Object.entries(headers).flat(), origin: 'http://localhost' };
}

async function time(
  name: string,
  strategies: readonly CallerStrategy[],
  credentials: readonly string[],
  repeated: boolean,
): Promise<Row> {
  const requests = credentials.map(requestWith);
  const calls = repeated ? together : 1;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const request = requests[round % requests.length];
    if (!request) throw new Error('nothing to call with');
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) {
      const found = await authenticate(strategies, request);
      if (found instanceof Refusal) throw new Error(`refused: ${found.reason}`);
    }
    times.push(((performance.now() - start) * 1000) / calls);
  }
  // The first quarter warms V8 up.
  const sorted = times.slice(rounds / 4).sort((one, other) => one - other);
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? NaN;
  return { name, median: at(0.5), p5: at(0.05), p95: at(0.95), repeated };
}

async function measure(folder: string): Promise<Row[]> {
  const file = join(folder, 'keys.json');
  const { text: key } = await issueApiKey(file, { owner: 'bench', scopes: ['*'] });
  const registry = await ApiKeyRegistry.open(file);
  const pairs = await Promise.all(algorithms.map((alg) => generateKeyPair(alg, { extractable: true })));
  const keys: JWK[] = [];
  for (const [place, pair] of pairs.entries()) {
    keys.push({ ...(await exportJWK(pair.publicKey)), kid: algorithms[place] ?? '' });
  }
  const issuer = await LocalServer.start((response) => json(response, { keys }));
  const source = new KeySetFetch(issuer.origin);
  const rules = { issuer: 'https://issuer.example', audience: 'koodrive', algorithms };
  const strategies = [new ApiKeyStrategy(registry), new JwtStrategy(new JwtVerifier(rules, new IssuerKeys(source)))];
  const sign = (place: number, jti: number): Promise<string> =>
    new SignJWT({ iss: rules.issuer, aud: rules.audience, sub: 'bench', scope: 'files:read', jti: String(jti) })
      .setProtectedHeader({ alg: algorithms[place] ?? '', kid: algorithms[place] ?? '' })
      .setExpirationTime('10m')
      .sign((pairs[place] as (typeof pairs)[number]).privateKey);
  try {
    const rows = [await time('API key', strategies, [key], true)];
    for (const [place, alg] of algorithms.entries()) {
      rows.push(await time(`token, remembered (${alg})`, strategies, [await sign(place, -1)], true));
      const fresh = await Promise.all(Array.from({ length: rounds }, (_, jti) => sign(place, jti)));
      rows.push(await time(`token, new (${alg})`, strategies, fresh, false));
    }
    return rows;
  } finally {
    registry.close();
    await source.close();
    await issuer.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-callers-'));
const rows = await measure(folder).finally(() => rm(folder, { recursive: true }));
const cell = (value: number): string => value.toFixed(1).padStart(8);
console.log(
  `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}; microseconds a call\n`,
);
console.log(`${'caller'.padEnd(28)}${'median'.padStart(8)}${'p5'.padStart(8)}${'p95'.padStart(8)}`);
for (const { name, median, p5, p95 } of rows) console.log(name.padEnd(28) + cell(median) + cell(p5) + cell(p95));
const slow = rows.filter(({ repeated, median }) => repeated && median >= mostMicroseconds);
console.log(`\nrepeated calls below ${mostMicroseconds} µs at the median: ${slow.length === 0 ? 'yes' : 'NO'}`);
if (slow.length > 0) process.exitCode = 1;
