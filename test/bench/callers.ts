/**
 * `npm run bench:callers`: the cost of `authenticate`, as the gateway runs it: with an API key, with a token whose
 * verification is cached, and with a new token. In microseconds for each call.
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
  type AuthenticationStrategy,
  issueApiKey,
  JwksCache,
  JwtStrategy,
  JwtVerifier,
  JwksFetcher,
  AuthenticationFailure,
} from '../../libs/callers/src/index.js';
import { respondWithJson, LocalServer } from '../support/local-server.js';

const algorithms = ['RS256', 'ES256', 'EdDSA'] as const;
const rounds = 400;
/** The number of calls in one measurement of repeated calls: one call alone is too short to be measured. */
const callsPerMeasurement = 50;
/** The threshold: repeated calls cost less than 0.1 ms at the median. */
const maxMedianMicroseconds = 100;

interface MeasurementRow {
  readonly name: string;
  readonly medianMicroseconds: number;
  readonly p5Microseconds: number;
  readonly p95Microseconds: number;
  /** Whether the threshold applies. */
  readonly repeated: boolean;
}

function createRequest(credential: string): CallerRequest {
  const authorization = `Bearer ${credential}`;
  const others = { host: 'localhost', accept: '*/*', 'user-agent': 'bench', 'accept-language': 'en' };
  const headers = { ...others, authorization };
  return { headers, rawHeaders: Object.entries(headers).flat(), origin: 'http://localhost' };
}

async function measureAuthentication(
  name: string,
  strategies: readonly AuthenticationStrategy[],
  credentials: readonly string[],
  repeated: boolean,
): Promise<MeasurementRow> {
  const requests = credentials.map(createRequest);
  const calls = repeated ? callsPerMeasurement : 1;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const request = requests[round % requests.length];
    if (!request) throw new Error('no credentials');
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) {
      const result = await authenticate(strategies, request);
      if (result instanceof AuthenticationFailure) throw new Error(`rejected: ${result.reason}`);
    }
    times.push(((performance.now() - start) * 1000) / calls);
  }
  // The first quarter is the warm-up of V8.
  const sorted = times.slice(rounds / 4).sort((one, other) => one - other);
  const quantile = (q: number): number => sorted[Math.floor(q * (sorted.length - 1))] ?? NaN;
  return {
    name,
    medianMicroseconds: quantile(0.5),
    p5Microseconds: quantile(0.05),
    p95Microseconds: quantile(0.95),
    repeated,
  };
}

async function measureAll(folder: string): Promise<MeasurementRow[]> {
  const file = join(folder, 'keys.json');
  const { text: key } = await issueApiKey(file, { owner: 'bench', scopes: ['*'] });
  const registry = await ApiKeyRegistry.open(file);
  const pairs = await Promise.all(algorithms.map((alg) => generateKeyPair(alg, { extractable: true })));
  const keys: JWK[] = [];
  for (const [index, pair] of pairs.entries()) {
    keys.push({ ...(await exportJWK(pair.publicKey)), kid: algorithms[index] ?? '' });
  }
  const issuer = await LocalServer.start((response) => respondWithJson(response, { keys }));
  const source = new JwksFetcher(issuer.origin);
  const rules = { issuer: 'https://issuer.example', audience: 'koodrive', algorithms };
  const strategies = [new ApiKeyStrategy(registry), new JwtStrategy(new JwtVerifier(rules, new JwksCache(source)))];
  const sign = (index: number, jti: number): Promise<string> =>
    new SignJWT({ iss: rules.issuer, aud: rules.audience, sub: 'bench', scope: 'files:read', jti: String(jti) })
      .setProtectedHeader({ alg: algorithms[index] ?? '', kid: algorithms[index] ?? '' })
      .setExpirationTime('10m')
      .sign((pairs[index] as (typeof pairs)[number]).privateKey);
  try {
    const rows = [await measureAuthentication('API key', strategies, [key], true)];
    for (const [index, alg] of algorithms.entries()) {
      rows.push(await measureAuthentication(`token, cached (${alg})`, strategies, [await sign(index, -1)], true));
      const newTokens = await Promise.all(Array.from({ length: rounds }, (_, jti) => sign(index, jti)));
      rows.push(await measureAuthentication(`token, new (${alg})`, strategies, newTokens, false));
    }
    return rows;
  } finally {
    registry.close();
    await source.close();
    await issuer.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'koodrive-gateway-callers-'));
const measurements = await measureAll(folder).finally(() => rm(folder, { recursive: true }));
const formatCell = (value: number): string => value.toFixed(1).padStart(8);
console.log(
  `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}; microseconds a call\n`,
);
console.log(`${'caller'.padEnd(28)}${'median'.padStart(8)}${'p5'.padStart(8)}${'p95'.padStart(8)}`);
for (const { name, medianMicroseconds, p5Microseconds, p95Microseconds } of measurements)
  console.log(
    name.padEnd(28) + formatCell(medianMicroseconds) + formatCell(p5Microseconds) + formatCell(p95Microseconds),
  );
const slowRows = measurements.filter(
  ({ repeated, medianMicroseconds }) => repeated && medianMicroseconds >= maxMedianMicroseconds,
);
console.log(
  `\nrepeated calls below ${maxMedianMicroseconds} µs at the median: ${slowRows.length === 0 ? 'yes' : 'NO'}`,
);
if (slowRows.length > 0) process.exitCode = 1;
