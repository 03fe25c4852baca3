import { Expose, Transform } from 'class-transformer';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import { type VariableParser, ParseFailure } from './variable-parsers.js';

/** What the documentation says about a variable. */
export interface EnvironmentVariableDescription {
  readonly name: string;
  readonly description: string;
  /** The effect of an absent variable, as text for the documentation. */
  readonly defaultDescription: string;
  /** A secret may also come from the file that `<name>_FILE` names. Its value is never printed. */
  readonly secret: boolean;
}

interface EnvironmentVariableOptions {
  readonly defaultDescription: string;
  readonly secret?: boolean;
}

const descriptionsByClass = new Map<object, EnvironmentVariableDescription[]>();

/** The variables that a class declares, in the order of its properties. */
export function getDeclaredVariables(declaringClass: object): readonly EnvironmentVariableDescription[] {
  return descriptionsByClass.get(declaringClass) ?? [];
}

/** Declares a property to be the environment variable of the same name. `parse` reads its text. */
export function EnvironmentVariable(
  description: string,
  parse: VariableParser<unknown>,
  { defaultDescription, secret = false }: EnvironmentVariableOptions,
): PropertyDecorator {
  const expose = Expose();
  const transform = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? parse(value) : value));
  const validate = ValidateBy({
    name: 'readable',
    validator: {
      validate: (value: unknown) => !(value instanceof ParseFailure),
      defaultMessage: (failed?: ValidationArguments) =>
        failed?.value instanceof ParseFailure ? failed.value.expected : 'cannot be read',
    },
  });
  return (target, property) => {
    const declared = descriptionsByClass.get(target.constructor) ?? [];
    declared.push({ name: String(property), description, defaultDescription, secret });
    descriptionsByClass.set(target.constructor, declared);
    expose(target, property);
    transform(target, property);
    validate(target, property);
  };
}
