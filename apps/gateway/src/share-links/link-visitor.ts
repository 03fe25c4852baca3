import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { getAccountableId } from '#callers';
import { type BoundClient, principalKey } from '#koodrive';
import { createInvalidInputProblem, ProblemError } from '#problem';

/** Who visits a link. What an access code has opened is open to this visitor alone (docs/decisions/0016). */
export interface LinkVisitor {
  /** The upstream client of the caller. */
  readonly koodrive: BoundClient;
  /** Differs for each caller, for each user it acts for, and for each visitor that it names. */
  readonly id: string;
  /** Whom stored tokens and views are counted for. */
  readonly accountableId: string;
  /** Whom wrong access codes are counted for: as `id`, but a user gets no more guesses by signing in again. */
  readonly guesserId: string;
}

const visitorHeader = 'X-Visitor';
const visitorPattern = /^[\x21-\x7e]{1,128}$/;

/** Describes the header of all routes of a controller. */
export const VisitorDocumentation = (): ClassDecorator & MethodDecorator =>
  ApiHeader({
    name: visitorHeader,
    required: false,
    description:
      'For a service that one credential serves many visitors with: an id of its own for the visitor, such as the hash of ' +
      'a session id. A link is unlocked for this visitor only. Ignored for browser sessions: a browser is one visitor.',
    schema: { type: 'string', pattern: visitorPattern.source },
  });

/** The visitor of the request. @throws ProblemError invalid-input for a header that is no id */
export const CurrentVisitor = createParamDecorator((_data: unknown, context: ExecutionContext): LinkVisitor => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { caller, createClient } = request.gateway;
  if (!caller || !createClient) throw new ProblemError('unauthenticated');
  const namedVisitor = caller.kind === 'session' ? undefined : readVisitorHeader(request);
  const koodrive = createClient();
  const id = hashParts(caller.id, principalKey(koodrive.principal), namedVisitor);
  const accountableId = getAccountableId(caller);
  return { koodrive, id, accountableId, guesserId: caller.kind === 'session' ? accountableId : id };
});

function readVisitorHeader({ headers }: FastifyRequest): string | undefined {
  const name = headers[visitorHeader.toLowerCase()];
  if (name === undefined || (typeof name === 'string' && visitorPattern.test(name))) return name;
  throw createInvalidInputProblem(`/${visitorHeader}`, {
    en: 'must have 1 to 128 visible ASCII characters',
    zh: '须为 1 至 128 个可见 ASCII 字符',
  });
}

/** A name for the store that shows none of the parts. */
export const hashParts = (...parts: readonly (string | undefined)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
