import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import { invalidInput, pointerStep } from '#problem';

/** Whether a handler declares `@Query()`, found out once for each. */
const declaring = new WeakMap<object, boolean>();

function declaresQuery(context: ExecutionContext): boolean {
  const handler = context.getHandler();
  const known = declaring.get(handler);
  if (known !== undefined) return known;
  const found: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name);
  const declares = Object.keys(found ?? {}).some((name) => name.startsWith(`${RouteParamtypes.QUERY}:`));
  declaring.set(handler, declares);
  return declares;
}

/** Refuses a query on routes that take none: what is declared is checked by its class, what is not would pass unseen. */
@Injectable()
export class StrayQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const [stray] = Object.keys(query as object);
    if (stray === undefined || declaresQuery(context)) return true;
    throw invalidInput(pointerStep(stray), { en: 'this route takes no such parameter', zh: '此路由不接受该参数' });
  }
}
