import { timingSafeEqual, createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Counters } from '../control/counters.js';
import type { Delivery, Faults } from '../control/faults.js';
import type { Ledger } from '../control/ledger.js';
import type { AppTokens } from '../credentials/app-tokens.js';
import type { SandboxOptions } from '../options.js';
import { recordOnly, type Observation } from '../server/observation.js';
import { jsonText, type Outgoing } from '../server/outgoing.js';
import type { VirtualClock } from '../time.js';

export const APP_TOKEN_PATH = '/identity/oauth2/token';

export interface AppTokenParts {
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  readonly appTokens: AppTokens;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly counters: Counters;
}

type Form = Readonly<Record<string, unknown>>;

/**
 * Mints app tokens by client credentials (RFC 6749, 4.4), with the client's id and secret in the form or in HTTP Basic.
 * That KooDrive has such an endpoint, and in which form, is inferred: its reference does not say.
 */
export function appTokenRoute(app: FastifyInstance, parts: AppTokenParts): void {
  app.post(APP_TOKEN_PATH, async (request, reply) => {
    const started = performance.now();
    const seen: Observation = {
      time: new Date(parts.clock.now()).toISOString(),
      method: 'POST',
      path: APP_TOKEN_PATH,
      operation: 'token',
      credential: 'client',
      committed: false,
    };
    let delivery: Delivery = { status: 0 };
    reply.hijack();
    try {
      delivery = await parts.faults.apply({ method: 'POST', part: 'token' }, reply.raw, () =>
        mint(parts, request, seen),
      );
    } finally {
      recordOnly(parts.ledger, seen, delivery, started);
    }
    return reply;
  });
}

async function mint(parts: AppTokenParts, request: FastifyRequest, seen: Observation): Promise<Outgoing> {
  const { options, appTokens, counters } = parts;
  const form = (request.body ?? {}) as Form;
  const problem = judgeClient(form, request.headers.authorization, options);
  if (problem) {
    if (problem.status === 401) {
      counters.refusedCredentials += 1;
      seen.refusedCredential = 'client id or secret is wrong';
    }
    return problem;
  }
  if (options.appToken.mintDelayMs > 0) await wait(options.appToken.mintDelayMs, undefined, { ref: false });
  const expiresIn = options.appToken.expiresInSeconds;
  const token = appTokens.mint(expiresIn);
  counters.appTokensMinted += 1;
  seen.committed = true;
  return answer(200, { access_token: token, token_type: 'Bearer', expires_in: expiresIn });
}

function judgeClient(form: Form, authorization: string | undefined, options: SandboxOptions): Outgoing | undefined {
  if (form.grant_type === undefined) return failure(400, 'invalid_request', 'grant_type is missing');
  if (form.grant_type !== 'client_credentials')
    return failure(400, 'unsupported_grant_type', 'client_credentials only');
  const [id, secret] = basicCredentials(authorization) ?? [form.client_id, form.client_secret];
  if (same(id, options.clientId) && same(secret, options.clientSecret)) return undefined;
  return failure(401, 'invalid_client', 'client id or secret is wrong');
}

/** Id and secret are form-encoded before they are joined (RFC 6749, 2.3.1). */
function basicCredentials(authorization: string | undefined): readonly string[] | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return [formDecode(decoded.slice(0, colon)), formDecode(decoded.slice(colon + 1))];
}

function formDecode(text: string): string {
  return new URLSearchParams(`x=${text}`).get('x') ?? '';
}

function same(given: unknown, expected: string): boolean {
  return typeof given === 'string' && timingSafeEqual(hash(given), hash(expected));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function failure(status: number, error: string, description: string): Outgoing {
  return answer(status, { error, error_description: description });
}

function answer(status: number, body: unknown): Outgoing {
  const challenge: Readonly<Record<string, string>> =
    status === 401 ? { 'www-authenticate': 'Basic realm="sandbox"' } : {};
  return jsonText(status, JSON.stringify(body), { 'cache-control': 'no-store', ...challenge });
}
