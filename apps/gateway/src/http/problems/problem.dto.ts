import { Flag, ListOf, Part, Text, Whole, Word } from '../input/fields.js';

export class InputErrorDto {
  @Text({
    min: 0,
    max: 500,
    description: 'JSON Pointer into the body (empty: all of it), or the name of a parameter.',
    example: '/name',
  })
  pointer!: string;

  @Text({ max: 1000, example: 'name must have 1 to 250 characters' })
  message!: string;
}

export class UpstreamRefusalDto {
  @Text({ max: 100, example: 'renameFile' })
  operation!: string;

  @Text({ max: 40, optional: true, example: '13000405' })
  code?: string | undefined;
}

/** RFC 9457, as every failure is answered. */
export class ProblemDto {
  @Text({ max: 200, example: '/problems/name-taken' })
  type!: string;

  @Text({ max: 200, example: 'The name is taken' })
  title!: string;

  @Whole({ min: 400, max: 599, example: 409 })
  status!: number;

  @Text({ max: 2000, optional: true })
  detail?: string | undefined;

  @Text({ max: 8192, optional: true, description: 'The path that was called.' })
  instance?: string | undefined;

  @Text({ max: 100, example: 'name-taken', description: 'A stable word to decide by.' })
  code!: string;

  @Flag({ description: 'Whether the same request may succeed later.' })
  retryable!: boolean;

  @Text({ max: 64, optional: true, description: 'Names this request in the logs.' })
  traceId?: string | undefined;

  @Part(() => UpstreamRefusalDto, { optional: true })
  upstream?: UpstreamRefusalDto | undefined;

  @ListOf(() => InputErrorDto, { optional: true })
  errors?: readonly InputErrorDto[] | undefined;

  @Word(['unknown'], { optional: true, description: 'The write may or may not have happened.' })
  outcome?: 'unknown' | undefined;
}
