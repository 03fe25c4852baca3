import { truncate } from './truncate.js';

/** A recorded value: an id, a word, a number or a switch; a list of values; or an entry with members of its own. */
export type AuditValue = string | number | boolean | readonly AuditValue[] | { readonly [name: string]: AuditValue };
/** The affected things and what was done to them, by the names of path, query and body. */
export type AuditTarget = Readonly<Record<string, AuditValue>>;

/** Longer than any valid id: a path parameter has at most 512 characters. Only rejected input is truncated. */
const maxValueLength = 512;
/** Characters that the list entries of one line may have together. Each line has at least one entry. */
const maxListLength = 3_000;

/**
 * Divides a target into parts that fit into one line each. No entry of a list is left out, however many or long the
 * others are. Each part has all members that are no lists, so that a line can be understood without the others.
 */
export function splitTarget(target: AuditTarget, measure: (value: AuditValue) => number): readonly AuditTarget[] {
  const isList = (value: AuditValue): value is readonly AuditValue[] => Array.isArray(value) && value.length > 0;
  const members = Object.entries(target).map(([name, value]) => [name, truncateTexts(value)] as const);
  const singles = Object.fromEntries(members.filter(([, value]) => !isList(value)));
  const parts: Record<string, AuditValue>[] = [{ ...singles }];
  let lengthOfPart = 0;
  for (const [name, list] of members) {
    if (!isList(list)) continue;
    for (const entry of list) {
      const length = measure(entry);
      if (lengthOfPart > 0 && lengthOfPart + length > maxListLength) {
        parts.push({ ...singles });
        lengthOfPart = 0;
      }
      const part = parts[parts.length - 1] ?? {};
      ((part[name] ??= []) as AuditValue[]).push(entry);
      lengthOfPart += length;
    }
  }
  return parts;
}

function truncateTexts(value: AuditValue): AuditValue {
  if (typeof value === 'string') return truncate(value, maxValueLength);
  if (Array.isArray(value)) return value.map(truncateTexts);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, truncateTexts(member)]));
}
