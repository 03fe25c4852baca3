import { type ArgumentMetadata, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type InputPlace, validationProblem } from '#problem';

const places = { body: 'body', query: 'query', param: 'path' } as const satisfies Record<string, InputPlace>;

const pipeOf = (place: InputPlace): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors: ValidationError[]) => validationProblem(errors, place),
  });

/** Input against its class: unknown members are refused, and each mistake is named with its place. */
export class InputPipe implements PipeTransform {
  private readonly pipes = { body: pipeOf('body'), query: pipeOf('query'), param: pipeOf('path') };

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'custom' || !(metadata.type in places)) return value;
    // A missing body is an empty one: the class then names what it lacks.
    const given = metadata.type === 'body' && (value === undefined || value === null) ? {} : value;
    return this.pipes[metadata.type].transform(given, metadata);
  }
}
