/**
 * Brings a token that a person pasted into the one form the upstream prints in its newer examples, `Bearer <hex>`:
 * a plus sign is a space that came URL-encoded out of a cookie (inferred, facts/auth.md). What createSession or
 * refreshSession gave is never brought into another form; it goes back exactly as it came.
 */
export function normaliseToken(pasted: string): string {
  const text = pasted.trim();
  const [, word, rest] = /^(Bearer|AT)(?:\+|%20|\s)\s*(.*)$/i.exec(text) ?? [];
  if (rest === undefined) return `Bearer ${text}`;
  return `${word?.toUpperCase() === 'AT' ? 'AT' : 'Bearer'} ${rest}`;
}
