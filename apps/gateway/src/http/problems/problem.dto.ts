import { BooleanField, NestedArrayField, NestedField, StringField, IntegerField, EnumField } from '../input/fields.js';

export class ProblemInputError {
  @StringField({
    minLength: 0,
    maxLength: 500,
    description: 'JSON Pointer into the body (empty: the complete body), or the name of a parameter.',
    example: '/name',
  })
  pointer!: string;

  @StringField({ maxLength: 1000, example: 'must have 1 to 250 characters' })
  message!: string;
}

export class ProblemUpstreamError {
  @StringField({ maxLength: 100, example: 'renameFile' })
  operation!: string;

  @StringField({ maxLength: 40, optional: true, example: '13000405' })
  code?: string;
}

/** A problem document (RFC 9457). Every failed request returns it. */
export class Problem {
  @StringField({ maxLength: 200, example: '/problems/name-taken' })
  type!: string;

  @StringField({ maxLength: 200, example: 'The name is taken' })
  title!: string;

  @IntegerField({ min: 400, max: 599, example: 409 })
  status!: number;

  @StringField({ maxLength: 2000, optional: true })
  detail?: string;

  @StringField({ maxLength: 8192, optional: true, description: 'The path of the request.' })
  instance?: string;

  @StringField({ maxLength: 100, example: 'name-taken', description: 'A stable code for decisions in programs.' })
  code!: string;

  @BooleanField({ description: 'Whether the same request may succeed later.' })
  retryable!: boolean;

  @StringField({ maxLength: 64, optional: true, description: 'Identifies this request in the logs.' })
  traceId?: string;

  @NestedField(() => ProblemUpstreamError, { optional: true })
  upstream?: ProblemUpstreamError;

  @NestedArrayField(() => ProblemInputError, { optional: true })
  errors?: readonly ProblemInputError[];

  @EnumField(['unknown'], { optional: true, description: 'The write may or may not have happened.' })
  outcome?: 'unknown';
}
