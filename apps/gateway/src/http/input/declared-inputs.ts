import type { Type as Class } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';

/** Nest's words for the inputs of a handler. */
export type InputType = 'param' | 'query' | 'body';

/** An input that a handler declares: `@Param()`, `@Query()` or `@Body()`, and the DTO class of that parameter. */
export interface DeclaredInput {
  readonly type: InputType;
  readonly dtoClass: Class;
}

const inputTypes: Readonly<Record<string, InputType>> = {
  [RouteParamtypes.PARAM]: 'param',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.BODY]: 'body',
};

/** The inputs of a handler, from the metadata that its parameter decorators have written. */
export function readDeclaredInputs(controller: object, handlerName: string | symbol): readonly DeclaredInput[] {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller.constructor, handlerName) ?? {}) as Record<
    string,
    { readonly index: number }
  >;
  const classes = (Reflect.getMetadata('design:paramtypes', controller, handlerName) ?? []) as readonly Class[];
  return Object.entries(args).flatMap(([key, { index }]) => {
    const type = inputTypes[key.split(':', 1)[0] ?? ''];
    const dtoClass = classes[index];
    return type && dtoClass ? [{ type, dtoClass }] : [];
  });
}
