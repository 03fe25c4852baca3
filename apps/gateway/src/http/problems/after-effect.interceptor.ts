import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, type Observable, throwError } from 'rxjs';
import { OutcomeUnknownError } from '#koodrive';
import { ProblemError } from '#problem';
import { isWrite } from '../endpoint.js';
import { isEntryRejection } from './koodrive-problems.js';

/**
 * A write that fails after KooDrive has changed something, such as when the read of the created thing is rejected, must not
 * be repeated as if nothing had happened: whatever the failure is, its problem becomes `outcome-unknown`.
 */
@Injectable()
export class AfterEffectInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, gateway, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    const { endpoint } = routeOptions.config;
    if (!endpoint || !isWrite(method, endpoint)) return next.handle();
    const translate = (error: unknown): unknown =>
      gateway.effects.forbidRepetition && !isEntryRejection(error) ? toOutcomeUnknown(error) : error;
    return next.handle().pipe(catchError((error: unknown) => throwError(() => translate(error))));
  }
}

function toOutcomeUnknown(error: unknown): unknown {
  if (error instanceof OutcomeUnknownError) return error;
  if (error instanceof ProblemError && error.code === 'outcome-unknown') return error;
  return new ProblemError('outcome-unknown', {
    detail: {
      en: 'KooDrive did it, or a part of it, but the response could not be completed: read the state before you repeat the call.',
      zh: 'KooDrive 已执行该操作或其中一部分，但响应未能完成：请先读取状态，再重复调用。',
    },
    cause: error,
  });
}
