import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, Observable, throwError } from 'rxjs';
import type { RequestContext } from '../request-context.js';

/**
 * The response of a request whose credential has become invalid meanwhile (open-requests.ts). A read does not wait for its
 * handler, which may wait for a flight that other callers share. A write does: only its handler knows what was done.
 */
@Injectable()
export class EndedRequestInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, gateway } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!gateway.caller) return next.handle();
    // Since AccessGuard.
    if (gateway.endedBy) throw gateway.endedBy;
    return method === 'GET' ? failWhenEnded(next.handle(), gateway) : failIfEnded(next.handle(), gateway);
  }
}

const failWhenEnded = (response: Observable<unknown>, gateway: RequestContext): Observable<unknown> =>
  new Observable((subscriber) => {
    gateway.onAbort = (problem) => subscriber.error(problem);
    return response.subscribe(subscriber);
  });

/** Replaces the error of aborted work by the reason, unless something may have been changed. */
const failIfEnded = (response: Observable<unknown>, gateway: RequestContext): Observable<unknown> =>
  response.pipe(
    catchError((error: unknown) =>
      throwError(() => (gateway.endedBy && !gateway.effects.forbidRepetition ? gateway.endedBy : error)),
    ),
  );
