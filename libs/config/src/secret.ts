import { inspect } from 'node:util';

const placeholder = '[secret]';

/** A value that never prints itself: an object that holds it can be logged, thrown or serialized safely. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
    Object.freeze(this);
  }

  /** The value, only for the code that uses it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return placeholder;
  }

  toJSON(): string {
    return placeholder;
  }

  [inspect.custom](): string {
    return placeholder;
  }
}
