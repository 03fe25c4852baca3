import {
  countRemovedEntries,
  findPlace,
  isUnreadable,
  parseId,
  parseNonNegativeInteger,
  type ResponsePlace,
} from '#koodrive';
import { ProblemError } from '#problem';

/** Where a value is missing in a response of the upstream. It is logged, and holds no value of the upstream. */
export class MissingValueError extends Error {
  override readonly name = 'MissingValueError';
  constructor(
    readonly operation: string,
    /** A JSON Pointer into the response; undefined for a value that is not at one place. */
    readonly pointer: string | undefined,
    readonly expected: string,
  ) {
    super(`${operation}: ${pointer ?? 'the response'} must be ${expected}`);
  }
}

/**
 * A value that the contract promises in every response, such as the id of an entry. Without it the gateway cannot
 * build a correct response, and must not cache an invented one. Each missing value is counted as a deviation.
 *
 * @param value undefined where it is missing or cannot be read
 * @param wire the object of the response that should have it
 * @param member the name of the member
 * @param expected completes "must be"
 * @throws ProblemError upstream-protocol (502) where the value is missing
 */
export function required<T, Wire extends object>(
  value: T | undefined,
  wire: Wire,
  member: keyof Wire & string,
  expected = 'a documented value',
): T {
  if (value !== undefined) return value;
  const place = placeOf(wire).at(member);
  place.origin.report(place.pattern);
  throw createMissingValueProblem(new MissingValueError(place.origin.operation, place.pointer, expected));
}

/** As `required`, for an id. */
export const requiredId = <Wire extends object>(wire: Wire, member: keyof Wire & string): string =>
  required(parseId(wire[member] as string | number | undefined), wire, member, 'an id');

/** As `required`, for a string that is not empty. */
export function requiredText<Wire extends object>(wire: Wire, member: keyof Wire & string): string {
  const value: unknown = wire[member];
  return required(typeof value === 'string' && value ? value : undefined, wire, member, 'text that is not empty');
}

/** As `required`, for a number of something. */
export const requiredCount = <Wire extends object>(wire: Wire, member: keyof Wire & string): number =>
  required(parseNonNegativeInteger(wire[member] as string | number | undefined), wire, member, 'an integer from 0');

/**
 * A value whose absence has a meaning in the contract.
 *
 * @throws ProblemError upstream-protocol (502) where it is absent only because it cannot be read
 */
export function readable<Wire extends object, Member extends keyof Wire & string>(
  wire: Wire,
  member: Member,
): Wire[Member] {
  if (isUnreadable(wire, member)) required(undefined, wire, member);
  return wire[member];
}

/** As `readable`, for a list of which every entry counts. */
export function readableList<Wire extends object, Member extends keyof Wire & string>(
  wire: Wire,
  member: Member,
): Wire[Member] {
  const list = readable(wire, member);
  if (typeof list === 'object' && list !== null && countRemovedEntries(list) > 0)
    throw createUnreadableListProblem(list);
  return list;
}

/**
 * As `required`, for a value that is found by several members, or is the whole response.
 *
 * @param operation the operation that should have returned it
 */
export function requiredFrom<T>(operation: string, value: T | undefined, expected: string): T {
  if (value !== undefined) return value;
  throw createMissingValueProblem(new MissingValueError(operation, undefined, expected));
}

/** The problem of a list whose entries were all removed, because none can be read. */
export function createUnreadableListProblem(list: object): ProblemError {
  const { origin, pointer } = placeOf(list);
  return createMissingValueProblem(new MissingValueError(origin.operation, pointer, 'a list that can be read'));
}

const createMissingValueProblem = (cause: MissingValueError): ProblemError =>
  new ProblemError('upstream-protocol', { cause, upstream: { operation: cause.operation } });

/** A copy has no place: mappers must pass on the objects that the client returned. */
function placeOf(wire: object): ResponsePlace {
  const place = findPlace(wire);
  if (!place) throw new TypeError('the object is not a part of a response');
  return place;
}
