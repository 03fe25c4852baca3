/** A JSON string or a JSON number. Strings are matched so that the digits inside them are not. */
const stringOrNumberPattern = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const sixteenDigitsPattern = /\d{16}/;

/**
 * Quotes integers that a JavaScript number cannot represent, so that JSON.parse returns them as text without loss.
 * Returns the same text when there is nothing to quote.
 * @param json valid JSON
 */
export function quoteUnsafeIntegers(json: string): string {
  if (!sixteenDigitsPattern.test(json)) return json;
  return json.replace(stringOrNumberPattern, (token) => (isUnsafeInteger(token) ? `"${token}"` : token));
}

function isUnsafeInteger(token: string): boolean {
  return token.length > 15 && /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
}

/** The string that BigNumber.toJSON returns. The markers are of the private use area, so no other text has them. */
const markedDigitsPattern = /"\uE000(-?\d+)\uE000"/g;

/** Serializes to JSON text in which each BigNumber is digits without quotes. */
export function stringifyLossless(value: unknown): { readonly text: string; readonly hasBigNumbers: boolean } {
  const text = JSON.stringify(value);
  const hasBigNumbers = text.includes('"\uE000');
  return { text: hasBigNumbers ? text.replace(markedDigitsPattern, '$1') : text, hasBigNumbers };
}
