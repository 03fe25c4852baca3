import { type ReportDeviation, rememberPlace, ResponsePlace } from './response-place.js';
import type { Shape } from './response-shape.js';

/** The place of all members that the contract does not document. Their names are the upstream's: no label may hold them. */
export const undocumentedPlace = 'other';

/** How many entries were removed from a list because they cannot be read. */
const removedEntries = new WeakMap<object, number>();
export const countRemovedEntries = (list: object): number => removedEntries.get(list) ?? 0;

/**
 * Makes a response what the contract documents, in place, so that nothing behind the client sees any other form. Values
 * in another form of the same are converted. What cannot be read is absent: a member is undefined, an entry is removed
 * from its list. `null` is absence, and an empty list where a list is documented. Members that the contract does not document are left alone.
 *
 * @param report called for each value that cannot be read, and for each member that is not documented
 * @returns the members of the response itself that cannot be read
 */
export function readDocumented(
  operation: string,
  shape: Shape & { readonly kind: 'object' },
  body: object,
  report: ReportDeviation,
): ReadonlySet<string> {
  const place = ResponsePlace.rootOf({ operation, report });
  const unreadable = new Set<string>();
  readMembers(shape.members, body as Record<string, unknown>, place, (name) => unreadable.add(name));
  return unreadable;
}

function readMembers(
  members: ReadonlyMap<string, Shape>,
  object: Record<string, unknown>,
  place: ResponsePlace,
  onUnreadable?: (name: string) => void,
): void {
  rememberPlace(object, place);
  for (const name of Object.keys(object)) {
    const shape = members.get(name);
    if (!shape) {
      place.origin.report(undocumentedPlace);
      continue;
    }
    const value = object[name];
    if (value === null || value === undefined) {
      object[name] = shape.kind === 'list' ? [] : undefined;
      continue;
    }
    const readable = readValue(shape, value, place, name);
    if (readable === undefined) {
      place.origin.report(place.at(name).pattern);
      onUnreadable?.(name);
    }
    if (readable !== value) object[name] = readable;
  }
}

/** @returns undefined where the value cannot be read */
function readValue(shape: Shape, value: unknown, parent: ResponsePlace, key: string | number): unknown {
  if (shape.kind === 'scalar') return shape.read(value);
  if (shape.kind === 'list') return readList(shape.entry, value, parent.at(key));
  // One page documents an object where another one shows a list with that object in it.
  const object: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return undefined;
  readMembers(shape.members, object as Record<string, unknown>, parent.at(key));
  return object;
}

/** An object that has documented members of an entry. */
const isEntry = (value: unknown, { kind, members }: { kind: string; members?: ReadonlyMap<string, Shape> }): boolean =>
  kind === 'object' && typeof value === 'object' && Object.keys(value ?? {}).some((name) => members?.has(name));

/** One entry without a list around it is a list of one: several pages document both forms. */
function readList(entryShape: Shape, value: unknown, place: ResponsePlace): unknown[] | undefined {
  if (!Array.isArray(value)) {
    return isEntry(value, entryShape) ? [readValue(entryShape, value, place, 0)] : undefined;
  }
  const list: unknown[] = value;
  let count = 0;
  list.forEach((item, index) => {
    const entry = item === null ? undefined : readValue(entryShape, item, place, index);
    if (entry === undefined) place.origin.report(place.at(index).pattern);
    else list[count++] = entry;
  });
  if (count < list.length) {
    removedEntries.set(list, list.length - count);
    list.length = count;
  }
  return list;
}
