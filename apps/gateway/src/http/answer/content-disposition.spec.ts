import { describe, expect, it } from '@jest/globals';
import { attachment, fileNameIn } from './content-disposition.js';

describe('Content-Disposition of a download', () => {
  it('is a plain file name where every client can read it', () => {
    expect(attachment('Report 2026.pdf')).toBe('attachment; filename="Report 2026.pdf"');
  });

  it('carries other letters by RFC 8187, beside a name in ASCII', () => {
    expect(attachment('报告.pdf')).toBe(`attachment; filename="__.pdf"; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf`);
  });

  it('lets no quote, backslash, per cent sign or line break out of the file name', () => {
    const header = attachment('a"b\\c%0d\r\nX: y.txt');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header.split('; ')[1]).toBe('filename="a_b_c_0d__X: y.txt"');
  });

  it("encodes what RFC 8187 does not let stand: ' ( ) *", () => {
    expect(attachment("é'()*.txt")).toContain("filename*=UTF-8''%C3%A9%27%28%29%2A.txt");
  });
});

describe('fileNameIn', () => {
  it('reads either form, percent-encoded as the object store sends it', () => {
    expect(fileNameIn('attachment; filename="%E6%8A%A5%E5%91%8A.pdf"')).toBe('报告.pdf');
    expect(fileNameIn(attachment('报告.pdf'))).toBe('报告.pdf');
    expect(fileNameIn('attachment; filename="100%.txt"')).toBe('100%.txt');
    expect(fileNameIn('inline')).toBeUndefined();
    expect(fileNameIn(undefined)).toBeUndefined();
  });
});
