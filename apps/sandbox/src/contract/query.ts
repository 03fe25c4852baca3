/** The values of each name in a query string, percent-decoded. `+` is a space. */
export type ParsedQuery = ReadonlyMap<string, readonly string[]>;

/** Returns undefined when a percent escape is malformed. */
export function parseQuery(text: string): ParsedQuery | undefined {
  const query = new Map<string, string[]>();
  if (text === '') return query;
  try {
    for (const pair of text.split('&')) {
      if (pair === '') continue;
      const equals = pair.indexOf('=');
      const name = decode(equals < 0 ? pair : pair.slice(0, equals));
      const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
      const values = query.get(name);
      if (values) values.push(value);
      else query.set(name, [value]);
    }
  } catch {
    return undefined;
  }
  return query;
}

function decode(text: string): string {
  return decodeURIComponent(text.includes('+') ? text.replaceAll('+', ' ') : text);
}
