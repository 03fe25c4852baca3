import { generateKeyPairSync } from 'node:crypto';
import { LocalServer, type RequestHandler, respondWithJson } from '../local-server.js';
import type { TroubleBench, TroubleCause } from './trouble-cause.js';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** Its signature is not verified before there are keys. */
const token = `${encode({ alg: 'RS256', kid: 'a' })}.${encode({ iss: 'https://id.example' })}.AAAA`;
const keySet = {
  keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }), kid: 'a' }],
};

const toCause = (variant: string, respond: RequestHandler): TroubleCause => ({
  cause: 'keys of `JWT_JWKS_URL` cannot be fetched',
  variant,
  prepare: async (bench: TroubleBench) => {
    let broken = true;
    const issuer = await LocalServer.start((response, request, count) =>
      broken ? respond(response, request, count) : respondWithJson(response, keySet),
    );
    bench.stopLater(() => issuer.close());
    return {
      env: { JWT_ISSUER: 'https://id.example', JWT_AUDIENCE: 'gateway', JWT_JWKS_URL: `${issuer.origin}/keys` },
      use: () => bench.call('GET', '/v1/me', { token }),
      end: () => (broken = false),
    };
  },
});

export const tokenIssuerCauses: readonly TroubleCause[] = [
  toCause('503', (response) => void response.writeHead(503).end()),
  toCause('resets connections', (response) => response.destroy()),
];
