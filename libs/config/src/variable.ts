import { Transform } from 'class-transformer';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import { type Reader, Unreadable } from './readers.js';

/** What the documentation says about a variable. */
export interface VariableDescription {
  readonly name: string;
  readonly meaning: string;
  /** What holds where it is absent, in words. */
  readonly standard: string;
  /** A secret may also come from the file that `<name>_FILE` names, and its value is never printed. */
  readonly secret: boolean;
}

const descriptions: VariableDescription[] = [];

/** Every variable, in the order of the class that declares them. */
export const variableDescriptions: readonly VariableDescription[] = descriptions;

/** Declares a property of Environment to be a variable of that name, read by `read`. */
export function Variable(
  meaning: string,
  read: Reader<unknown>,
  about: { readonly standard: string; readonly secret?: boolean },
): PropertyDecorator {
  const transform = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? read(value) : value));
  const validate = ValidateBy({
    name: 'readable',
    validator: {
      validate: (value: unknown) => !(value instanceof Unreadable),
      defaultMessage: (found?: ValidationArguments) =>
        found?.value instanceof Unreadable ? found.value.expected : 'cannot be read',
    },
  });
  return (target, property) => {
    descriptions.push({ name: String(property), meaning, standard: about.standard, secret: about.secret ?? false });
    transform(target, property);
    validate(target, property);
  };
}
