import { quoteUnsafeIntegers } from '../contract/lossless-json.js';
import { createSeededRandom } from './seeded-random.js';

/** How a response differs from the contract: a member that is added, is missing, or has another name or type. */
export const deviationKinds = ['add', 'drop', 'rename', 'retype'] as const;
export type DeviationKind = (typeof deviationKinds)[number];

export interface DeviationSettings {
  readonly seed: number;
  /** By default all kinds. */
  readonly kinds?: readonly DeviationKind[];
  /** Max number of responses with a deviation. By default all successes have one. */
  readonly times?: number;
  /** Number of successes without a deviation first. */
  readonly skip?: number;
}

/** A deviation that was sent. */
export interface SentDeviation {
  readonly operation: string;
  readonly kind: DeviationKind;
  /** JSON Pointer to the value in the response without the deviation. */
  readonly pointer: string;
}

const maxRemembered = 100;

/**
 * Gives each success one random deviation from the contract, while it is switched on. It invents no value: a value with
 * another type says the same (`"7"` in place of 7), or nothing that could be taken for it.
 */
export class Deviations {
  private settings: DeviationSettings | undefined;
  private random = createSeededRandom(0);
  private seen = 0;
  private count = 0;
  private readonly remembered: SentDeviation[] = [];

  /** @param initialSeed switches it on from the start */
  constructor(private readonly initialSeed: number | undefined) {
    this.clear();
  }

  start(settings: DeviationSettings): void {
    this.restart(settings);
  }

  /** Those that were sent stay listed. */
  stop(): void {
    this.settings = undefined;
  }

  /** Back to the state at the start of the sandbox. */
  clear(): void {
    this.restart(this.initialSeed === undefined ? undefined : { seed: this.initialSeed });
  }

  describe(): { on: boolean; count: number; last: readonly SentDeviation[] } {
    return { on: this.settings !== undefined, count: this.count, last: this.remembered };
  }

  /** @param text the body of a success @returns the body to send */
  apply(operation: string, text: string): string {
    const { settings } = this;
    if (!settings || this.count >= (settings.times ?? Infinity)) return text;
    this.seen += 1;
    if (this.seen <= (settings.skip ?? 0)) return text;
    const body = JSON.parse(quoteUnsafeIntegers(text)) as object;
    const kind = this.pick(settings.kinds ?? deviationKinds);
    const pointer = this.deviate(kind, body);
    if (pointer === undefined) return text;
    this.count += 1;
    this.remembered.push({ operation, kind, pointer });
    if (this.remembered.length > maxRemembered) this.remembered.shift();
    return JSON.stringify(body);
  }

  private restart(settings: DeviationSettings | undefined): void {
    this.settings = settings;
    this.random = createSeededRandom(settings?.seed ?? 0);
    this.seen = 0;
    this.count = 0;
    this.remembered.length = 0;
  }

  private deviate(kind: DeviationKind, body: object): string | undefined {
    const values = listValues(body);
    if (kind === 'add') return this.addMember([{ object: body, pointer: '' }, ...listObjects(values)]);
    const candidates = kind === 'retype' ? values : values.filter(({ container }) => !Array.isArray(container));
    if (candidates.length === 0) return undefined;
    const { container, key, pointer } = this.pick(candidates);
    const value: unknown = Reflect.get(container, key);
    if (kind === 'retype') Reflect.set(container, key, this.pick(listRetyped(value)));
    else Reflect.deleteProperty(container, key);
    if (kind === 'rename') Reflect.set(container, `${key}Renamed`, value);
    return pointer;
  }

  private addMember(objects: readonly { object: object; pointer: string }[]): string {
    const { object, pointer } = this.pick(objects);
    Reflect.set(object, 'unheardOf', this.pick<unknown>([7, 'text', true, null, [], [{ id: '7' }], { id: '7' }]));
    return `${pointer}/unheardOf`;
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }
}

/** A value of a response: a member of an object, or an entry of a list. */
interface ValuePlace {
  readonly container: object;
  readonly key: string;
  readonly pointer: string;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

const listValues = (container: object, path = ''): ValuePlace[] =>
  Object.entries(container).flatMap(([key, value]: [string, unknown]) => {
    const pointer = `${path}/${key}`;
    return [{ container, key, pointer }, ...(isContainer(value) ? listValues(value, pointer) : [])];
  });

const listObjects = (values: readonly ValuePlace[]): { object: object; pointer: string }[] =>
  values.flatMap(({ container, key, pointer }) => {
    const object: unknown = Reflect.get(container, key);
    return isContainer(object) && !Array.isArray(object) ? [{ object, pointer }] : [];
  });

/** Values of other types that say the same, or nothing. A list is never `null`, which is an empty list in many APIs. */
function listRetyped(value: unknown): unknown[] {
  if (Array.isArray(value)) return ['text', 7, true, {}, ...(isSingleObject(value) ? (value as unknown[]) : [])];
  if (isContainer(value)) return ['text', 7, true, [], null, [value]];
  if (typeof value === 'number') return [String(value), true, {}, [], null];
  if (typeof value === 'boolean') return [String(value), 'perhaps', 7, {}, null];
  const isNumeric = typeof value === 'string' && String(Number(value)) === value && Number.isSafeInteger(Number(value));
  return [true, {}, [], [value], null, ...(isNumeric ? [Number(value)] : [])];
}

const isSingleObject = (list: readonly unknown[]): boolean => list.length === 1 && isContainer(list[0]);
