/** Names of headers and members that hold secrets, at any depth of a log line. */
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

const secretNamePattern = new RegExp(`"(?:${secretNames})\\\\?":`, 'i');
const secretMemberPattern = new RegExp(`"(${secretNames})":(?:"(?:[^"\\\\]|\\\\.)*"|\\[[^\\]]*\\])`, 'gi');
/** For JSON inside a text of the line, where the quotes are escaped. */
const escapedSecretMemberPattern = new RegExp(`\\\\"(${secretNames})\\\\":\\s*\\\\"[^"\\\\]*`, 'gi');
const absoluteUrlPattern = /(https?:\/\/[^\s"'?#\\<>]+)[?#][^\s"'\\<>]*/g;
const relativeUrlPattern = /(["' ]\/[^\s"'?#\\<>]*)\?[^\s"'\\<>]*/g;

/**
 * Redacts a finished log line: removes the query of each URL (the query of a pre-signed URL is a secret, and a sign-in
 * code comes in a query) and the value of each member with the name of a secret. It works on the finished text, because
 * this finds secrets at any depth and takes about 1 µs; pino's redaction by paths took 70 µs.
 */
export function redactLine(line: string): string {
  const redacted = secretNamePattern.test(line)
    ? line
        .replace(secretMemberPattern, '"$1":"[redacted]"')
        .replace(escapedSecretMemberPattern, '\\"$1\\":\\"[redacted]')
    : line;
  return redactUrls(redacted);
}

/** Removes the query and the fragment of every URL in a text. */
export function redactUrls(text: string): string {
  if (!text.includes('?') && !text.includes('#')) return text;
  return text.replace(absoluteUrlPattern, '$1?[removed]').replace(relativeUrlPattern, '$1?[removed]');
}
