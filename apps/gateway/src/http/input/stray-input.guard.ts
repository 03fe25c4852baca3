import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import { invalidInput, type LocalText, pointerStep } from '#problem';

/** The kinds of input that each handler declares (`@Query()`, `@Body()`), found out once for each. */
const declared = new WeakMap<object, ReadonlySet<string>>();

function declarations(context: ExecutionContext): ReadonlySet<string> {
  const handler = context.getHandler();
  const known = declared.get(handler);
  if (known) return known;
  const found: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name);
  const kinds = new Set(Object.keys(found ?? {}).map((name) => name.split(':', 1)[0] ?? ''));
  declared.set(handler, kinds);
  return kinds;
}

const stray: LocalText = { en: 'this route takes no such parameter', zh: '此路由不接受该参数' };
const strayBody: LocalText = { en: 'this route takes no body', zh: '此路由不接受请求体' };

/** Refuses input on routes that take none: what is declared is checked by its class, what is not would pass unseen. */
@Injectable()
export class StrayInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query, body, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    const kinds = declarations(context);
    const [name] = Object.keys(query as object);
    if (name !== undefined && !kinds.has(String(RouteParamtypes.QUERY))) throw invalidInput(pointerStep(name), stray);
    const taken = kinds.has(String(RouteParamtypes.BODY)) || routeOptions.config.endpoint?.streamedBody === true;
    if (!taken && !isEmpty(body)) throw invalidInput('', strayBody);
    return true;
  }
}

/** Clients send `{}` where there is nothing to say. */
const isEmpty = (body: unknown): boolean =>
  body === undefined ||
  body === null ||
  (typeof body === 'object' && !Array.isArray(body) && Object.keys(body).length === 0);
