import { describe, expect, it } from '@jest/globals';
import { formatContentDisposition, parseContentDispositionFileName } from './content-disposition.js';

describe('formatContentDisposition', () => {
  it('writes only the plain file name where every client can read it', () => {
    expect(formatContentDisposition('Report 2026.pdf')).toBe('attachment; filename="Report 2026.pdf"');
  });

  it('encodes other characters by RFC 8187, beside a name in ASCII', () => {
    expect(formatContentDisposition('报告.pdf')).toBe(
      `attachment; filename="__.pdf"; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf`,
    );
  });

  it('replaces quotes, backslashes, percent signs and line breaks in the plain file name', () => {
    const header = formatContentDisposition('a"b\\c%0d\r\nX: y.txt');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header.split('; ')[1]).toBe('filename="a_b_c_0d__X: y.txt"');
  });

  it("encodes the characters that RFC 8187 does not allow: ' ( ) *", () => {
    expect(formatContentDisposition("é'()*.txt")).toContain("filename*=UTF-8''%C3%A9%27%28%29%2A.txt");
  });
});

describe('parseContentDispositionFileName', () => {
  it('reads both forms, percent-encoded as the object store sends them', () => {
    expect(parseContentDispositionFileName('attachment; filename="%E6%8A%A5%E5%91%8A.pdf"')).toBe('报告.pdf');
    expect(parseContentDispositionFileName(formatContentDisposition('报告.pdf'))).toBe('报告.pdf');
    expect(parseContentDispositionFileName('attachment; filename="100%.txt"')).toBe('100%.txt');
    expect(parseContentDispositionFileName('inline')).toBeUndefined();
    expect(parseContentDispositionFileName(undefined)).toBeUndefined();
  });
});
