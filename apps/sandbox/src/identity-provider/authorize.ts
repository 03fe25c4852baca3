import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SandboxOptions } from '../options.js';
import type { AuthorizationCodes } from './authorization-codes.js';
import { allowedRedirect } from './redirect-uri.js';
import { refusalPage, signInPage, type Person } from './sign-in-page.js';

export interface AuthorizeParts {
  readonly options: SandboxOptions;
  readonly codes: AuthorizationCodes;
  readonly people: () => readonly Person[];
}

type Fields = Readonly<Record<string, string | string[] | undefined>>;

/** A question to sign in that may be answered. */
interface Question {
  readonly redirect: URL;
  readonly state: string | undefined;
}

/** What the form brings back as it came. */
const KEPT_FIELDS = ['client_id', 'redirect_uri', 'state', 'response_type'];

/** The sign-in page, and where its form leads: back to the redirect address with `code` and `state`. */
export function authorizeRoutes(app: FastifyInstance, parts: AuthorizeParts): void {
  app.get('/identity/authorize', (request, reply) => {
    const fields = request.query as Fields;
    const question = readQuestion(fields, parts.options);
    if (typeof question === 'string') return refuse(reply, question);
    if (text(fields.response_type) !== 'code') return leave(reply, question, { error: 'unsupported_response_type' });
    const hidden = KEPT_FIELDS.map((name) => [name, text(fields[name])] as const).filter(isGiven);
    const page = signInPage(parts.people(), Object.fromEntries(hidden), question.redirect.origin);
    return html(reply, 200, page, question.redirect.origin);
  });

  app.post('/identity/authorize', (request: FastifyRequest, reply) => {
    const fields = (request.body ?? {}) as Fields;
    const question = readQuestion(fields, parts.options);
    if (typeof question === 'string') return refuse(reply, question);
    const person = parts.people().find(({ userId }) => userId === text(fields.user));
    if (!person?.enabled) return refuse(reply, 'There is no such person, or they may not sign in.');
    // Just as it was given, since the exchange of the code compares it by its text.
    const code = parts.codes.issue(person.userId, text(fields.redirect_uri) ?? '');
    return leave(reply, question, { code });
  });
}

function readQuestion(fields: Fields, options: SandboxOptions): Question | string {
  if (text(fields.client_id) !== options.clientId) return 'The application that asks (client_id) is not known.';
  const redirect = allowedRedirect(text(fields.redirect_uri) ?? '', options.redirectOrigins);
  if (!redirect) return 'The address to return to (redirect_uri) is missing or not allowed.';
  return { redirect, state: text(fields.state) };
}

function leave(reply: FastifyReply, { redirect, state }: Question, result: Readonly<Record<string, string>>) {
  const target = new URL(redirect);
  for (const [name, value] of Object.entries(result)) target.searchParams.set(name, value);
  if (state !== undefined) target.searchParams.set('state', state);
  return reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').redirect(target.href, 303);
}

function refuse(reply: FastifyReply, reason: string) {
  return html(reply, 400, refusalPage(reason));
}

/** `target` may be redirected to after the form was sent: browsers hold the form's whole way against the policy. */
function html(reply: FastifyReply, status: number, page: string, target?: string) {
  const forms = target === undefined ? "'none'" : `'self' ${target}`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; form-action ${forms}; frame-ancestors 'none'; base-uri 'none'`;
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .send(page);
}

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isGiven(field: readonly [string, string | undefined]): field is readonly [string, string] {
  return field[1] !== undefined;
}
