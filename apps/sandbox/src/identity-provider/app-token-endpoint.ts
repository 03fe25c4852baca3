import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SandboxCounters } from '../control/counters.js';
import type { DeliveryResult, FaultInjector } from '../control/fault-injector.js';
import type { Ledger } from '../control/ledger.js';
import type { SandboxAppTokens } from '../credentials/app-tokens.js';
import { equalSecrets } from '../credentials/equal-secrets.js';
import type { SandboxOptions } from '../options.js';
import { recordInLedgerOnly, type LedgerEntryDraft } from '../server/record-call.js';
import { jsonResponse, type OutgoingResponse } from '../server/outgoing-response.js';
import type { VirtualClock } from '../virtual-clock.js';

export const appTokenPath = '/identity/oauth2/token';

export interface AppTokenDependencies {
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  readonly appTokens: SandboxAppTokens;
  readonly faultInjector: FaultInjector;
  readonly ledger: Ledger;
  readonly counters: SandboxCounters;
}

type Form = Readonly<Record<string, unknown>>;

/**
 * Mints app tokens by the client credentials grant (RFC 6749, 4.4), with client id and secret in the form or in HTTP
 * Basic. The endpoint and its format are inferred, as KooDrive's reference does not document them.
 */
export function registerAppTokenRoute(app: FastifyInstance, dependencies: AppTokenDependencies): void {
  app.post(appTokenPath, async (request, reply) => {
    const startedAt = performance.now();
    const entry: LedgerEntryDraft = {
      time: new Date(dependencies.clock.now()).toISOString(),
      method: 'POST',
      path: appTokenPath,
      operation: 'token',
      credential: 'client',
      committed: false,
    };
    let delivery: DeliveryResult = { status: 0 };
    reply.hijack();
    try {
      delivery = await dependencies.faultInjector.apply({ method: 'POST', part: 'token' }, reply.raw, () =>
        mintAppToken(dependencies, request, entry),
      );
    } finally {
      recordInLedgerOnly(dependencies.ledger, entry, delivery, startedAt);
    }
    return reply;
  });
}

async function mintAppToken(
  dependencies: AppTokenDependencies,
  request: FastifyRequest,
  entry: LedgerEntryDraft,
): Promise<OutgoingResponse> {
  const { options, appTokens, counters } = dependencies;
  const form = (request.body ?? {}) as Form;
  const problem = authenticateClient(form, request.headers.authorization, options);
  if (problem) {
    if (problem.status === 401) {
      counters.refusedCredentials += 1;
      entry.refusedCredential = 'client id or secret is wrong';
    }
    return problem;
  }
  if (options.appToken.mintDelayMs > 0) await sleep(options.appToken.mintDelayMs, undefined, { ref: false });
  const expiresIn = options.appToken.expiresInSeconds;
  const token = appTokens.mint(expiresIn);
  counters.appTokensMinted += 1;
  entry.committed = true;
  return tokenResponse(200, { access_token: token, token_type: 'Bearer', expires_in: expiresIn });
}

function authenticateClient(
  form: Form,
  authorization: string | undefined,
  options: SandboxOptions,
): OutgoingResponse | undefined {
  if (form.grant_type === undefined) return errorResponse(400, 'invalid_request', 'grant_type is missing');
  if (form.grant_type !== 'client_credentials')
    return errorResponse(400, 'unsupported_grant_type', 'client_credentials only');
  const [id, secret] = parseBasicCredentials(authorization) ?? [form.client_id, form.client_secret];
  if (equalSecrets(id, options.clientId) && equalSecrets(secret, options.clientSecret)) return undefined;
  return errorResponse(401, 'invalid_client', 'client id or secret is wrong');
}

/** The client form-encodes id and secret before it joins them (RFC 6749, 2.3.1). */
function parseBasicCredentials(authorization: string | undefined): readonly string[] | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return [decodeFormComponent(decoded.slice(0, colon)), decodeFormComponent(decoded.slice(colon + 1))];
}

function decodeFormComponent(text: string): string {
  return new URLSearchParams(`x=${text}`).get('x') ?? '';
}

function errorResponse(status: number, error: string, description: string): OutgoingResponse {
  return tokenResponse(status, { error, error_description: description });
}

function tokenResponse(status: number, body: unknown): OutgoingResponse {
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  if (status === 401) headers['www-authenticate'] = 'Basic realm="sandbox"';
  return jsonResponse(status, JSON.stringify(body), headers);
}
