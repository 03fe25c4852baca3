import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ManualClock } from '#store';
import { type Behaviour, json, LocalServer } from '../../../../test/support/local-server.js';
import { Refusal } from '../refusal.js';
import { IssuerKeys } from './issuer-keys.js';
import { JwtVerifier } from './jwt-verifier.js';
import { KeySetFetch, KeySetUnavailableError } from './key-set-fetch.js';

interface Key {
  readonly jwk: JWK;
  token(): Promise<string>;
}

const rules = { issuer: 'https://issuer.example', audience: 'koodrive', algorithms: ['ES256'] };
let clock: ManualClock;
let server: LocalServer;
let source: KeySetFetch;
let verifier: JwtVerifier;
let problems: Error[];
let published: Key[];
let behave: Behaviour;
let serial = 0;

async function newKey(kid: string): Promise<Key> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(pair.publicKey)), kid };
  return {
    jwk,
    // Each is another token: none is answered from what is remembered.
    token: () =>
      new SignJWT({ iss: rules.issuer, aud: rules.audience, sub: 'reports', jti: String((serial += 1)) })
        .setExpirationTime(Math.floor(clock.now() / 1000) + 3600)
        .setProtectedHeader({ alg: 'ES256', kid })
        .sign(pair.privateKey),
  };
}

async function outcome(token: Promise<string>): Promise<string> {
  const verdict = await verifier.verify(await token);
  return verdict instanceof Refusal ? verdict.reason : 'accepted';
}

const publish: Behaviour = (response) => json(response, { keys: published.map(({ jwk }) => jwk) });

beforeEach(async () => {
  clock = new ManualClock();
  published = [await newKey('first')];
  behave = publish;
  problems = [];
  server = await LocalServer.start((...call) => behave(...call));
  source = new KeySetFetch(`${server.origin}/keys`, { timeoutMs: 300 });
  verifier = new JwtVerifier(
    rules,
    new IssuerKeys(source, { clock, onProblem: (error) => problems.push(error) }),
    clock,
  );
});
afterEach(async () => {
  await source.close();
  await server.close();
});

const first = (): Key => published[0] as Key;

describe('The keys of the issuer', () => {
  it('are fetched once for all who ask at the start', async () => {
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcome(first().token())));
    expect(new Set(outcomes)).toEqual(new Set(['accepted']));
    expect(server.seen).toHaveLength(1);
  });

  it('are fetched again when a token names a new one, at most once in 30 seconds', async () => {
    await outcome(first().token());
    clock.advance(30_000);
    const second = await newKey('second');
    published.push(second);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcome(second.token())));
    expect(new Set(outcomes)).toEqual(new Set(['accepted']));
    expect(server.seen).toHaveLength(2);
    const unheard = await newKey('unheard-of');
    for (let i = 0; i < 30; i += 1) {
      expect(await outcome(unheard.token())).toBe('unknown-token-key');
      clock.advance(999);
    }
    expect(server.seen).toHaveLength(2);
    clock.advance(30);
    await outcome(unheard.token());
    expect(server.seen).toHaveLength(3);
  });

  it('are fetched again after ten minutes, so that a withdrawn one ends', async () => {
    const withdrawn = first();
    await outcome(withdrawn.token());
    published = [await newKey('second')];
    clock.advance(599_999);
    expect(await outcome(withdrawn.token())).toBe('accepted');
    clock.advance(1);
    expect(await outcome(withdrawn.token())).toBe('unknown-token-key');
  });

  it('go on to serve for a day while the issuer is away, which is told once', async () => {
    await outcome(first().token());
    behave = (response) => void response.writeHead(503).end();
    clock.advance(600_000);
    expect(await outcome(first().token())).toBe('accepted');
    for (let hour = 1; hour < 23; hour += 1) {
      clock.advance(3_600_000);
      expect(await outcome(first().token())).toBe('accepted');
    }
    expect(problems.map(String)).toEqual([expect.stringMatching(/answered 503/)]);
    clock.advance(2 * 3_600_000);
    expect(await outcome(first().token())).toBe('token-keys-unavailable');
    behave = publish;
    clock.advance(30_000);
    expect(await outcome(first().token())).toBe('accepted');
  });

  it('that hang in an outage hold up one caller, not those after it', async () => {
    await outcome(first().token());
    behave = () => undefined;
    clock.advance(600_000);
    expect(await outcome(first().token())).toBe('accepted');
    clock.advance(30_000);
    const token = await first().token();
    const start = performance.now();
    await verifier.verify(token);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('that never were there make the call one to repeat, not one that is refused', async () => {
    behave = (response) => void response.writeHead(500).end();
    const verdict = (await verifier.verify(await first().token())) as Refusal;
    expect(verdict.problem).toMatchObject({ code: 'issuer-unavailable', status: 503, retryable: true });
    await outcome(first().token());
    expect(server.seen).toHaveLength(1);
    behave = publish;
    clock.advance(5_000);
    expect(await outcome(first().token())).toBe('accepted');
  });
});

describe('What stands at the address of the keys', () => {
  const key = { kty: 'EC' };
  it.each<[string, Behaviour, RegExp]>([
    ['a redirect', (response) => void response.writeHead(302, { location: '/elsewhere' }).end(), /answered 302/],
    ['no JSON', (response) => void response.end('<html>'), /not JSON/],
    ['other JSON', (response) => json(response, ['keys']), /no key set/],
    ['no key', (response) => json(response, { keys: [] }), /no key set/],
    ['too many keys', (response) => json(response, { keys: Array<object>(101).fill(key) }), /no key set/],
    ['a long answer', (response) => json(response, { keys: [key], filler: 'x'.repeat(300_000) }), /too long/],
    ['an answer that does not end', (response) => void response.write('{"keys":'), /not in time/],
    ['a cut answer', (response) => void (response.write('{'), response.destroy()), /UND_ERR_SOCKET|ECONNRESET/],
  ])('is not taken: %s', async (_name, behaviour, problem) => {
    behave = behaviour;
    const fetched = source.fetch();
    await expect(fetched).rejects.toThrow(problem);
    await expect(fetched).rejects.toBeInstanceOf(KeySetUnavailableError);
    expect(server.seen.map(({ url }) => url)).toEqual(['/keys']);
  });

  it('is asked by TLS 1.2 or higher', async () => {
    // Reads the hello of the client: the versions it offers are in the extension 43.
    const hello = await new Promise<Buffer>((resolve) => {
      const listener: Server = createServer((socket) => {
        socket.once('data', (bytes) => {
          socket.destroy();
          listener.close();
          resolve(bytes);
        });
      }).listen(0, '127.0.0.1', () => {
        const fetch = new KeySetFetch(`https://127.0.0.1:${(listener.address() as AddressInfo).port}`);
        void fetch.fetch().catch(() => fetch.close());
      });
    });
    const at = hello.indexOf(Buffer.from([0x00, 0x2b, 0x00]));
    const versions = hello.subarray(at + 5, at + 5 + (hello[at + 4] ?? 0)).toString('hex');
    expect(versions).toBe('03040303');
  });
});
