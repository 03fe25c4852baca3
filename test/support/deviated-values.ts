/**
 * Compares a response with the one that the gateway returned while the upstream was as documented. Each value must be
 * equal or absent. Of a list beside `omitted`, as many entries may be absent as it says; any other list of objects is
 * complete or absent.
 *
 * @param expected two responses: values that differ between them are not compared
 * @returns undefined if all values are equal; else the first difference, which begins with "absent" or "wrong"
 */
export function findDifference(actual: unknown, expected: readonly [unknown, unknown]): string | undefined {
  const differences = compare(actual, expected[0], expected[1], '');
  return differences.find((each) => each.startsWith('wrong')) ?? differences[0];
}

/** @param omitted how many entries a list may lack */
function compare(actual: unknown, expected: unknown, other: unknown, path: string, omitted = 0): string[] {
  if (isUnreadablePart(actual)) return [`absent ${path}`];
  if (!isObject(expected)) {
    if (withoutSignature(actual) === withoutSignature(expected) || expected !== other) return [];
    return [actual === undefined || actual === null ? `absent ${path}` : `wrong ${path}: ${JSON.stringify(actual)}`];
  }
  if (actual === undefined || actual === null) return [`absent ${path}`];
  if (Array.isArray(expected)) return compareLists(actual, expected, Array.isArray(other) ? other : [], path, omitted);
  if (!isObject(actual) || Array.isArray(actual)) return [`wrong ${path}: ${JSON.stringify(actual)}`];
  const names = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  // A tree counts the entries that it has.
  if (names.has('complete')) names.delete('count');
  const ownOmitted = actual['omitted'] ?? actual['omittedSpaces'];
  if (ownOmitted !== undefined) for (const name of ['omitted', 'omittedSpaces', 'complete']) names.delete(name);
  // Only a tree says in one place what is missing at any depth.
  const omittedBelow = names.has('children') ? omitted : Number(ownOmitted ?? 0);
  return [...names].flatMap((name) =>
    compare(actual[name], expected[name], isObject(other) ? other[name] : undefined, `${path}/${name}`, omittedBelow),
  );
}

function compareLists(
  actual: unknown,
  expected: readonly unknown[],
  other: readonly unknown[],
  path: string,
  omitted: number,
): string[] {
  if (!Array.isArray(actual)) return [`wrong ${path}: ${JSON.stringify(actual)}`];
  const differences: string[] = [];
  let missing = 0;
  let at = 0;
  for (const entry of actual as unknown[]) {
    if (isUnreadablePart(entry)) {
      differences.push(`absent ${path}/${at}`);
      at += 1;
      continue;
    }
    let found = compare(entry, expected[at], other[at], `${path}/${at}`, omitted);
    // The entry itself may have been left out: the next one then is in its place.
    while (hasWrong(found) && at + 1 < expected.length) {
      at += 1;
      missing += 1;
      found = compare(entry, expected[at], other[at], `${path}/${at}`, omitted);
    }
    differences.push(...found);
    at += 1;
  }
  missing += Math.max(0, expected.length - at);
  if (missing > omitted && isObject(expected[0]))
    differences.push(`wrong ${path}: ${missing} of ${expected.length} entries are missing`);
  else if (missing > 0) differences.push(`absent ${path}: ${missing}`);
  return differences;
}

/** Each pre-signed URL has a signature of its own. */
const withoutSignature = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\?X-Amz-.*/, '') : value;

const hasWrong = (differences: readonly string[]): boolean => differences.some((each) => each.startsWith('wrong'));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** One part of a response that has a problem of its own: the part could not be read. */
const isUnreadablePart = (value: unknown): boolean =>
  isObject(value) && isObject(value['problem']) && value['problem']['code'] === 'upstream-protocol';
