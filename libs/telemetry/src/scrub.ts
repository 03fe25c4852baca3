/** Headers and members that hold secrets, at whatever depth of a line they turn up. */
const secretNames = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'x-session-id',
  'access_?token',
  'refresh_?token',
  'session_?id',
  'app_?secret',
  'client_?secret',
  'secret',
  'password',
  'kds_?token',
].join('|');

const name = new RegExp(`"(?:${secretNames})\\\\?":`, 'i');
const member = new RegExp(`"(${secretNames})":(?:"(?:[^"\\\\]|\\\\.)*"|\\[[^\\]]*\\])`, 'gi');
/** JSON inside a text of the line: its quotes are escaped. */
const escapedMember = new RegExp(`\\\\"(${secretNames})\\\\":\\s*\\\\"[^"\\\\]*`, 'gi');
const address = /(https?:\/\/[^\s"'?#\\<>]+)[?#][^\s"'\\<>]*/g;
const relative = /(["' ]\/[^\s"'?#\\<>]*)\?[^\s"'\\<>]*/g;

/**
 * The last word on every line of the log: takes the query off each address (a pre-signed address is a secret by its
 * query, and a sign-in code comes in one) and the value off each member that is named like a secret. On the finished
 * text, since it finds them at any depth and costs a microsecond; redaction by paths cost seventy.
 */
export function scrubLine(line: string): string {
  const scrubbed = name.test(line)
    ? line.replace(member, '"$1":"[redacted]"').replace(escapedMember, '\\"$1\\":\\"[redacted]')
    : line;
  return scrubAddresses(scrubbed);
}

/** Takes the query off every address in a text. */
export function scrubAddresses(text: string): string {
  if (!text.includes('?') && !text.includes('#')) return text;
  return text.replace(address, '$1?[removed]').replace(relative, '$1?[removed]');
}
