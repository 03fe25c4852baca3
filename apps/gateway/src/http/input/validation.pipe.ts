import { type ArgumentMetadata, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type InputPlace, invalidInput, pointerStep, validationProblem } from '#problem';

const places = { body: 'body', query: 'query', param: 'path' } as const satisfies Record<string, InputPlace>;

const pipeOf = (place: InputPlace): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    // One mistake a field is enough: what is no text has no length to speak of.
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors: ValidationError[]) => validationProblem(errors, place),
  });

/** Input against its class: unknown members are refused, and each mistake is named with its place. */
export class InputPipe implements PipeTransform {
  private readonly pipes = { body: pipeOf('body'), query: pipeOf('query'), param: pipeOf('path') };

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'custom' || !(metadata.type in places)) return value;
    // A missing body is an empty one: the class then names what it lacks.
    const given = metadata.type === 'body' && value === undefined ? {} : value;
    refuseForeignNames(given);
    return this.pipes[metadata.type].transform(given, metadata);
  }
}

/**
 * What the class's rules do not see: a value that is no object counts as one without members there, and members with
 * names that every object has (`constructor`, `toString`) count as known.
 */
function refuseForeignNames(given: unknown): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw invalidInput('', { en: 'must be an object', zh: '必须是对象' });
  }
  walk(given, '');
}

function walk(node: unknown, above: string): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, member] of Object.entries(node)) {
    const pointer = above + pointerStep(name);
    if (name in Object.prototype) throw invalidInput(pointer, { en: 'is no known field', zh: '未知字段' });
    walk(member, pointer);
  }
}
