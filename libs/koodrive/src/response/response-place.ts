import type { Shape } from './response-shape.js';

/** Called for each deviation from the contract. @param place as `ResponsePlace.pattern` */
export type ReportDeviation = (place: string) => void;

/** A response that was read against the contract. */
interface ResponseOrigin {
  readonly operation: string;
  readonly report: ReportDeviation;
  readonly shape: Shape;
  readonly body: object;
}

type PlaceKeys = readonly (string | number)[];

/** Where in a response a value is, or is missing. */
export class ResponsePlace {
  constructor(
    readonly origin: ResponseOrigin,
    private readonly keys: PlaceKeys,
  ) {}

  at(key: string): ResponsePlace {
    return new ResponsePlace(this.origin, [...this.keys, key]);
  }

  /** A JSON Pointer into the response, which is empty for the response itself. */
  get pointer(): string {
    return this.keys.map((key) => `/${key}`).join('');
  }

  /** The pointer with `*` in the place of each index: as a label of metrics it has few values. */
  get pattern(): string {
    return this.keys.map((key) => (typeof key === 'number' ? '/*' : `/${key}`)).join('');
  }
}

/** Weak, so that an origin is forgotten with the object that it belongs to. */
const origins = new WeakMap<object, ResponseOrigin>();
/** The names of the members of an object that cannot be read. */
const unreadableMembers = new WeakMap<object, readonly string[]>();
/** The indexes of entries that were removed from a list because they cannot be read. */
const removedIndexes = new WeakMap<object, readonly number[]>();

export const rememberOrigin = (object: object, origin: ResponseOrigin): void => {
  origins.set(object, origin);
};

/** Remembers that `copy` has the members of a response that was read. */
export function rememberCopy(copy: object, body: object): void {
  const origin = origins.get(body);
  const names = unreadableMembers.get(body);
  if (origin) origins.set(copy, { ...origin, body: copy });
  if (names) unreadableMembers.set(copy, names);
}

export const rememberUnreadableMember = (object: object, name: string): void => {
  unreadableMembers.set(object, [...(unreadableMembers.get(object) ?? []), name]);
};

/** Whether a member is absent because its value cannot be read: its absence then means nothing. */
export const isUnreadable = <Wire extends object>(wire: Wire, name: keyof Wire & string): boolean =>
  unreadableMembers.get(wire)?.includes(name) ?? false;

export function rememberRemovedEntries(list: object, indexes: readonly number[], origin: ResponseOrigin): void {
  removedIndexes.set(list, indexes);
  origins.set(list, origin);
}

/** How many entries were removed from a list because they cannot be read. */
export const countRemovedEntries = (list: object): number => removedIndexes.get(list)?.length ?? 0;

/**
 * The place of an object of a response that the client returned, or of a list with removed entries; undefined for any
 * other object. It is searched for only now: hardly any response needs it.
 */
export function findPlace(object: object): ResponsePlace | undefined {
  const origin = origins.get(object);
  return origin && new ResponsePlace(origin, findKeys(origin.shape, origin.body, object) ?? []);
}

/** The keys that lead from `value` to `object`. Only what the contract documents is searched. */
function findKeys(shape: Shape, value: unknown, object: object): PlaceKeys | undefined {
  if (value === object) return [];
  if (typeof value !== 'object' || value === null || shape.kind === 'scalar') return undefined;
  for (const [key, child] of Object.entries(value)) {
    const childShape = shape.kind === 'list' ? shape.entry : shape.members.get(key);
    const keys = childShape && findKeys(childShape, child, object);
    if (keys) return [shape.kind === 'list' ? findSentIndex(value, Number(key)) : key, ...keys];
  }
  return undefined;
}

/** The index of an entry in the list as it was sent, before entries were removed from it. */
const findSentIndex = (list: object, index: number): number =>
  (removedIndexes.get(list) ?? []).reduce((sent, removed) => (removed <= sent ? sent + 1 : sent), index);
