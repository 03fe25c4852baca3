import {
  rememberOrigin,
  rememberRemovedEntries,
  rememberUnreadableMember,
  type ReportDeviation,
} from './response-place.js';
import type { Shape } from './response-shape.js';

/** The place of all members that the contract does not document. Their names are the upstream's: no label may hold them. */
export const undocumentedPlace = 'other';

type ShapeMembers = ReadonlyMap<string, Shape>;

/**
 * Makes a response what the contract documents, in place, so that nothing behind the client sees any other form. Values
 * in another form of the same are converted. What cannot be read is absent: a member is undefined, an entry is removed
 * from its list. `null` is absence, and an empty list where a list is documented. Members that the contract does not document are left alone.
 * `isUnreadable`, `countRemovedEntries` and `findPlace` say afterwards what was not as documented.
 *
 * @param report called for each value that cannot be read, and for each member that is not documented
 */
export function readDocumented(
  operation: string,
  shape: Shape & { readonly kind: 'object' },
  body: object,
  report: ReportDeviation,
): void {
  new ResponseReader({ operation, shape, body, report }).readMembers(shape.members, body as Record<string, unknown>);
}

/** Every response passes here: nothing is allocated for a value that is as documented. */
class ResponseReader {
  /** The keys from the response to the object that is read, with `*` for an index. */
  private readonly path: string[] = [];

  constructor(private readonly origin: Parameters<typeof rememberOrigin>[1]) {}

  readMembers(members: ShapeMembers, object: Record<string, unknown>): void {
    rememberOrigin(object, this.origin);
    // An object that JSON was parsed to has no inherited members.
    for (const name in object) {
      const shape = members.get(name);
      if (!shape) {
        this.origin.report(undocumentedPlace);
        continue;
      }
      const value = object[name];
      if (value === null || value === undefined) {
        object[name] = shape.kind === 'list' ? [] : undefined;
        continue;
      }
      const readable = this.readValue(shape, value, name);
      if (readable === undefined) {
        this.reportUnreadable(name);
        rememberUnreadableMember(object, name);
      }
      if (readable !== value) object[name] = readable;
    }
  }

  /** @returns undefined where the value cannot be read */
  private readValue(shape: Shape, value: unknown, key: string): unknown {
    if (shape.kind === 'scalar') return shape.read(value);
    if (shape.kind === 'list') return this.readList(shape.entry, value, key);
    // One page documents an object where another one shows a list with that object in it.
    const object: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
    if (typeof object !== 'object' || object === null || Array.isArray(object)) return undefined;
    this.path.push(key);
    this.readMembers(shape.members, object as Record<string, unknown>);
    this.path.pop();
    return object;
  }

  /** One entry without a list around it is a list of one: several pages document both forms. */
  private readList(entryShape: Shape, value: unknown, key: string): unknown[] | undefined {
    if (!Array.isArray(value)) return isEntry(value, entryShape) ? this.readList(entryShape, [value], key) : undefined;
    const list: unknown[] = value;
    let removed: number[] | undefined;
    this.path.push(key);
    for (let index = 0; index < list.length; index += 1) {
      const item = list[index];
      const entry = item === null ? undefined : this.readValue(entryShape, item, '*');
      if (entry === undefined) {
        (removed ??= []).push(index);
        this.reportUnreadable('*');
      } else if (removed || entry !== item) list[index - (removed?.length ?? 0)] = entry;
    }
    if (removed) {
      list.length -= removed.length;
      rememberRemovedEntries(list, removed, this.origin);
    }
    this.path.pop();
    return list;
  }

  private reportUnreadable(key: string): void {
    this.origin.report(['', ...this.path, key].join('/'));
  }
}

/** An object that has documented members of an entry. */
const isEntry = (value: unknown, { kind, members }: { kind: string; members?: ShapeMembers }): boolean =>
  kind === 'object' && typeof value === 'object' && Object.keys(value ?? {}).some((name) => members?.has(name));
