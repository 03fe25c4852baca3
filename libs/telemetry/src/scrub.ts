const address = /(https?:\/\/[^\s"'?#\\<>]+)[?#][^\s"'\\<>]*/g;
const relative = /(["' ]\/[^\s"'?#\\<>]*)\?[^\s"'\\<>]*/g;

/**
 * Takes the query off every address in a text: a pre-signed address is a secret by its query, and a sign-in code
 * comes in one. Cheap where there is nothing to do, since every line of the log passes here.
 */
export function scrubAddresses(text: string): string {
  if (!text.includes('?') && !text.includes('#')) return text;
  return text.replace(address, '$1?[removed]').replace(relative, '$1?[removed]');
}
