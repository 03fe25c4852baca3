/** A JSON string, or a JSON number: the strings are matched only so that digits inside them are left alone. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const SIXTEEN_DIGITS = /\d{16}/;

/**
 * Puts quotes round integers that a JavaScript number cannot hold, so that JSON.parse gives them as text with every
 * digit. The text must be valid JSON. Returns the same text when there is nothing to quote.
 */
export function quoteUnsafeIntegers(json: string): string {
  if (!SIXTEEN_DIGITS.test(json)) return json;
  return json.replace(STRING_OR_NUMBER, (token) => (isUnsafeInteger(token) ? `"${token}"` : token));
}

function isUnsafeInteger(token: string): boolean {
  return token.length > 15 && /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
}

/** How BigNumber prints itself inside a string; the marks are from the private use area and occur in no other text. */
const MARKED_DIGITS = /"\uE000(-?\d+)\uE000"/g;

/** JSON text in which every BigNumber stands as bare digits. */
export function printJson(value: unknown): { readonly text: string; readonly hasBigNumbers: boolean } {
  const text = JSON.stringify(value);
  const hasBigNumbers = text.includes('"\uE000');
  return { text: hasBigNumbers ? text.replace(MARKED_DIGITS, '$1') : text, hasBigNumbers };
}
