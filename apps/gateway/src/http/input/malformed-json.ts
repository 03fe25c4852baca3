import { isUtf8 } from 'node:buffer';
import { ProblemError } from '#problem';

const newline = 0x0a;

/** The problem of a body that is not JSON. It names the place of the mistake, and repeats nothing of the body. */
export function createMalformedJsonProblem(bytes: Buffer, position: number): ProblemError {
  const { line, column } = locate(bytes, position);
  return new ProblemError('malformed-json', {
    detail: {
      en: `The body is not valid JSON: line ${line}, column ${column}.`,
      zh: `请求体不是有效的 JSON：第 ${line} 行，第 ${column} 列。`,
    },
  });
}

/** Decoding would silently replace bytes that are not UTF-8. @returns undefined for UTF-8 */
export function findEncodingProblem(bytes: Buffer): ProblemError | undefined {
  if (isUtf8(bytes)) return undefined;
  const replaced = Buffer.from(bytes.toString('utf8'));
  const { line, column } = locate(
    bytes,
    bytes.findIndex((byte, index) => byte !== replaced[index]),
  );
  return new ProblemError('malformed-json', {
    detail: {
      en: `The body is not UTF-8: line ${line}, column ${column}.`,
      zh: `请求体不是 UTF-8：第 ${line} 行，第 ${column} 列。`,
    },
  });
}

/** Line and column as editors count them: from 1, and in UTF-16 units. */
function locate(bytes: Buffer, position: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let end = bytes.indexOf(newline); end >= 0 && end < position; end = bytes.indexOf(newline, lineStart)) {
    line += 1;
    lineStart = end + 1;
  }
  return { line, column: bytes.toString('utf8', lineStart, position).length + 1 };
}
