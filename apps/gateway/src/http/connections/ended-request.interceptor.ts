import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, Observable, race, throwError } from 'rxjs';
import { OutcomeUnknownError } from '#koodrive';
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
    return method === 'GET' ? race(next.handle(), failWhenEnded(gateway)) : failIfEnded(next.handle(), gateway);
  }
}

const failWhenEnded = (gateway: RequestContext): Observable<never> =>
  new Observable((subscriber) => {
    const { signal } = gateway;
    const onAbort = (): void => {
      if (gateway.endedBy) subscriber.error(gateway.endedBy);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    return () => signal.removeEventListener('abort', onAbort);
  });

/** Replaces the error of aborted work by the reason. */
const failIfEnded = (response: Observable<unknown>, gateway: RequestContext): Observable<unknown> =>
  response.pipe(
    catchError((error: unknown) =>
      throwError(() => (gateway.endedBy && !(error instanceof OutcomeUnknownError) ? gateway.endedBy : error)),
    ),
  );
