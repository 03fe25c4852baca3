/**
 * Reads codes by the table of names that also writes them. Some operations return a code as a number, others as text.
 * @returns a function whose result is undefined for an unknown code, and for an empty one: that is not 0
 */
export function createCodeReader<Name extends string>(
  codes: Readonly<Record<Name, number | string>>,
): (code: unknown) => Name | undefined {
  const names = new Map(Object.keys(codes).map((name) => [String(codes[name as Name]), name as Name]));
  return (code) => names.get(String(code));
}
