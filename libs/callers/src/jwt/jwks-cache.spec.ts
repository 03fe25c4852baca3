import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ManualClock } from '#store';
import { type RequestHandler, respondWithJson, LocalServer } from '../../../../test/support/local-server.js';
import { AuthenticationFailure } from '../authentication-failure.js';
import { JwksCache } from './jwks-cache.js';
import { JwtVerifier } from './jwt-verifier.js';
import { JwksFetcher, JwksUnavailableError } from './jwks-fetcher.js';

interface SigningKey {
  readonly jwk: JWK;
  signToken(): Promise<string>;
}

const verifierOptions = { issuer: 'https://issuer.example', audience: 'koodrive', algorithms: ['ES256'] };
let clock: ManualClock;
let server: LocalServer;
let fetcher: JwksFetcher;
let verifier: JwtVerifier;
let errors: Error[];
let published: SigningKey[];
let handleRequest: RequestHandler;
let serial = 0;

async function createSigningKey(kid: string): Promise<SigningKey> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(pair.publicKey)), kid };
  return {
    jwk,
    // Each token is different, so that none is accepted from the cache of verified tokens.
    signToken: () =>
      new SignJWT({
        iss: verifierOptions.issuer,
        aud: verifierOptions.audience,
        sub: 'reports',
        jti: String((serial += 1)),
      })
        .setExpirationTime(Math.floor(clock.now() / 1000) + 3600)
        .setProtectedHeader({ alg: 'ES256', kid })
        .sign(pair.privateKey),
  };
}

async function verify(token: Promise<string>): Promise<string> {
  const result = await verifier.verify(await token);
  return result instanceof AuthenticationFailure ? result.reason : 'accepted';
}

const publish: RequestHandler = (response) => respondWithJson(response, { keys: published.map(({ jwk }) => jwk) });

beforeEach(async () => {
  clock = new ManualClock();
  published = [await createSigningKey('first')];
  handleRequest = publish;
  errors = [];
  server = await LocalServer.start((...call) => handleRequest(...call));
  fetcher = new JwksFetcher(`${server.origin}/keys`, { timeoutMs: 300 });
  verifier = new JwtVerifier(
    verifierOptions,
    new JwksCache(fetcher, { clock, onFetch: (error) => error && errors.push(error) }),
    clock,
  );
});
afterEach(async () => {
  await fetcher.close();
  await server.close();
});

const first = (): SigningKey => published[0] as SigningKey;

describe('The keys of the issuer', () => {
  it('are fetched once for concurrent requests at the start', async () => {
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => verify(first().signToken())));
    expect(new Set(outcomes)).toEqual(new Set(['accepted']));
    expect(server.receivedRequests).toHaveLength(1);
  });

  it('are fetched again when a token names a new key, at most once in 30 seconds', async () => {
    await verify(first().signToken());
    clock.advance(30_000);
    const second = await createSigningKey('second');
    published.push(second);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => verify(second.signToken())));
    expect(new Set(outcomes)).toEqual(new Set(['accepted']));
    expect(server.receivedRequests).toHaveLength(2);
    const unknown = await createSigningKey('unknown');
    for (let i = 0; i < 30; i += 1) {
      expect(await verify(unknown.signToken())).toBe('unknown-token-key');
      clock.advance(999);
    }
    expect(server.receivedRequests).toHaveLength(2);
    clock.advance(30);
    await verify(unknown.signToken());
    expect(server.receivedRequests).toHaveLength(3);
  });

  it('are fetched again after ten minutes, so that a withdrawn key is rejected', async () => {
    const withdrawn = first();
    await verify(withdrawn.signToken());
    published = [await createSigningKey('second')];
    clock.advance(599_999);
    expect(await verify(withdrawn.signToken())).toBe('accepted');
    clock.advance(1);
    expect(await verify(withdrawn.signToken())).toBe('unknown-token-key');
  });

  it('are used for a day during an outage of the issuer, which is reported', async () => {
    await verify(first().signToken());
    handleRequest = (response) => void response.writeHead(503).end();
    clock.advance(600_000);
    expect(await verify(first().signToken())).toBe('accepted');
    for (let hour = 1; hour < 23; hour += 1) {
      clock.advance(3_600_000);
      expect(await verify(first().signToken())).toBe('accepted');
    }
    expect(new Set(errors.map(({ message }) => message))).toEqual(
      new Set(['the token issuer responded 503 for its keys']),
    );
    clock.advance(2 * 3_600_000);
    expect(await verify(first().signToken())).toBe('token-keys-unavailable');
    handleRequest = publish;
    clock.advance(30_000);
    expect(await verify(first().signToken())).toBe('accepted');
  });

  it('delay only one caller if the issuer does not respond', async () => {
    await verify(first().signToken());
    handleRequest = () => undefined;
    clock.advance(600_000);
    expect(await verify(first().signToken())).toBe('accepted');
    clock.advance(30_000);
    const token = await first().signToken();
    const start = performance.now();
    await verifier.verify(token);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('make the problem retryable if they were never fetched', async () => {
    handleRequest = (response) => void response.writeHead(500).end();
    const result = (await verifier.verify(await first().signToken())) as AuthenticationFailure;
    expect(result.problem).toMatchObject({ code: 'issuer-unavailable', status: 503, retryable: true });
    await verify(first().signToken());
    expect(server.receivedRequests).toHaveLength(1);
    handleRequest = publish;
    clock.advance(5_000);
    expect(await verify(first().signToken())).toBe('accepted');
  });
});

describe('The response of the JWKS URL', () => {
  const key = { kty: 'EC' };
  it.each<[string, RequestHandler, RegExp]>([
    ['a redirect', (response) => void response.writeHead(302, { location: '/elsewhere' }).end(), /responded 302/],
    ['text that is not JSON', (response) => void response.end('<html>'), /not JSON/],
    ['other JSON', (response) => respondWithJson(response, ['keys']), /not a key set/],
    ['no key', (response) => respondWithJson(response, { keys: [] }), /not a key set/],
    ['too many keys', (response) => respondWithJson(response, { keys: Array<object>(101).fill(key) }), /not a key set/],
    [
      'a long response',
      (response) => respondWithJson(response, { keys: [key], filler: 'x'.repeat(300_000) }),
      /too long/,
    ],
    ['a response that does not end', (response) => void response.write('{"keys":'), /not in time/],
    [
      'an interrupted response',
      (response) => void (response.write('{'), response.destroy()),
      /UND_ERR_SOCKET|ECONNRESET/,
    ],
  ])('is rejected if it is %s', async (_name, handler, message) => {
    handleRequest = handler;
    const fetched = fetcher.fetch();
    await expect(fetched).rejects.toThrow(message);
    await expect(fetched).rejects.toBeInstanceOf(JwksUnavailableError);
    expect(server.receivedRequests.map(({ url }) => url)).toEqual(['/keys']);
  });

  it('is requested with TLS 1.2 or higher', async () => {
    // The ClientHello offers the versions in extension 43 (supported_versions).
    const hello = await new Promise<Buffer>((resolve) => {
      const listener: Server = createServer((socket) => {
        socket.once('data', (bytes) => {
          socket.destroy();
          listener.close();
          resolve(bytes);
        });
      }).listen(0, '127.0.0.1', () => {
        const tlsFetcher = new JwksFetcher(`https://127.0.0.1:${(listener.address() as AddressInfo).port}`);
        void tlsFetcher.fetch().catch(() => tlsFetcher.close());
      });
    });
    const extension = hello.indexOf(Buffer.from([0x00, 0x2b, 0x00]));
    const versions = hello.subarray(extension + 5, extension + 5 + (hello[extension + 4] ?? 0)).toString('hex');
    expect(versions).toBe('03040303');
  });
});
