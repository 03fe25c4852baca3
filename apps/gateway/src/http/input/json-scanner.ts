import { encodePointerToken, type LocalizedText } from '#problem';
import { type JsonBounds, undeclared } from './json-bounds.js';

/** More than any route needs. */
const maxDepth = 16;
/**
 * Values of one body that its DTO does not declare: unknown members, and lists or objects in place of something else.
 * They are left to the validation, which names each of them, as far as one response can.
 */
const maxUndeclaredValues = 50;
/** class-validator counts a variation selector (U+FE0F) with the character before it, so that it accepts twice as many. */
const maxCodePointsPerCharacter = 2;

/** What was counted, and why the scan has stopped. */
export interface JsonScan {
  /** Bytes that were read: of a malformed text, those before the mistake. */
  readonly bytes: number;
  /** Values that were counted: objects, lists, texts, numbers and words. */
  readonly values: number;
  readonly violation?: { readonly pointer: string; readonly message: LocalizedText };
  /** Whether the text is not JSON. After a violation, the rest was not read. */
  readonly malformed: boolean;
}

/**
 * Counts the structure of a JSON text before anything is created for it, and stops where it exceeds its bounds. The time is
 * linear in the bytes that are read; JSON.parse and class-validator then get no more values than the DTO declares, and
 * `maxUndeclaredValues`.
 */
export function scanJson(bytes: Buffer, bounds: JsonBounds): JsonScan {
  const scanner = new JsonScanner(bytes);
  try {
    scanner.scanDocument(bounds);
    return { bytes: scanner.position, values: scanner.values, malformed: false };
  } catch (stop) {
    if (!(stop instanceof ScanStop)) throw stop;
    const { position, values } = scanner;
    return { bytes: position, values, violation: stop.violation, malformed: stop.violation === undefined };
  }
}

const unknownFieldText: LocalizedText = { en: 'is no known field', zh: '未知字段' };
const duplicateText: LocalizedText = { en: 'is given twice', zh: '重复' };
const tooDeepText: LocalizedText = { en: `at most ${maxDepth} levels of nesting`, zh: `最多嵌套 ${maxDepth} 层` };

/** Ends a scan: by a violation, or without one where the text is not JSON. */
class ScanStop extends Error {
  constructor(readonly violation?: JsonScan['violation']) {
    super('scan stopped');
  }
}

const [quote, backslash, comma, colon] = Buffer.from('"\\,:');
const [openBrace, closeBrace, openBracket, closeBracket] = Buffer.from('{}[]');
const [letterD, letterU] = Buffer.from('du');
const escapedBytes: ReadonlySet<number | undefined> = new Set(Buffer.from('"\\/bfnrt'));
/** What is neither a text nor a list nor an object. */
const wordPattern = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

class JsonScanner {
  position = 0;
  values = 0;
  private undeclaredValues = 0;
  /** The members and indexes on the way to the current value. */
  private readonly path: (string | number)[] = [];

  constructor(private readonly bytes: Buffer) {}

  scanDocument(bounds: JsonBounds): void {
    this.scanValue(bounds);
    if (this.skipSpace() !== undefined) throw new ScanStop();
  }

  private scanValue(bounds: JsonBounds): void {
    this.values += 1;
    if (bounds === undeclared && (this.undeclaredValues += 1) > maxUndeclaredValues) this.stop(unknownFieldText);
    const byte = this.skipSpace();
    if (byte === openBrace) this.scanObject(bounds);
    else if (byte === openBracket) this.scanList(bounds);
    else if (byte === quote) this.scanText(bounds);
    else this.scanWord();
  }

  private scanObject({ members }: JsonBounds): void {
    const names = new Set<string>();
    this.scanEntries(closeBrace, () => {
      if (this.skipSpace() !== quote) throw new ScanStop();
      const name = this.scanName();
      this.path.push(name);
      if (names.has(name)) this.stop(duplicateText);
      names.add(name);
      if (this.skipSpace() !== colon) throw new ScanStop();
      this.position += 1;
      this.scanValue(members?.get(name) ?? undeclared);
    });
  }

  private scanList({ entries, maxEntries }: JsonBounds): void {
    let count = 0;
    this.scanEntries(closeBracket, () => {
      if (entries && count === maxEntries) {
        this.stop({ en: `must hold at most ${maxEntries} entries`, zh: `最多包含 ${maxEntries} 项` });
      }
      this.path.push(count);
      count += 1;
      this.scanValue(entries ?? undeclared);
    });
  }

  /** The entries between a bracket and the closing one. `scanEntry` adds a token to the path. */
  private scanEntries(close: number | undefined, scanEntry: () => void): void {
    if (this.path.length === maxDepth) throw new ScanStop({ pointer: '', message: tooDeepText });
    this.position += 1;
    if (this.skipSpace() === close) {
      this.position += 1;
      return;
    }
    for (;;) {
      scanEntry();
      this.path.pop();
      const byte = this.skipSpace();
      if (byte !== close && byte !== comma) throw new ScanStop();
      this.position += 1;
      if (byte === close) return;
    }
  }

  private scanName(): string {
    const start = this.position;
    const hasEscapes = this.scanCharacters(undeclared.maxTextLength, () => {
      this.path.push(this.bytes.toString('utf8', start + 1, this.position));
      this.stop(unknownFieldText);
    });
    return hasEscapes
      ? (JSON.parse(this.bytes.toString('utf8', start, this.position)) as string)
      : this.bytes.toString('utf8', start + 1, this.position - 1);
  }

  private scanText(bounds: JsonBounds): void {
    const { maxTextLength } = bounds;
    this.scanCharacters(maxTextLength, () =>
      this.stop(
        bounds === undeclared
          ? unknownFieldText
          : { en: `must have at most ${maxTextLength} characters`, zh: `长度不得超过 ${maxTextLength} 个字符` },
      ),
    );
  }

  /** Reads a text from quote to quote. @returns whether it contains an escape */
  private scanCharacters(maxLength: number, stop: () => void): boolean {
    const { bytes } = this;
    const maxCodePoints = maxLength * maxCodePointsPerCharacter;
    let codePoints = 0;
    let hasEscapes = false;
    for (;;) {
      this.position += 1;
      const byte = bytes[this.position];
      // A control character, or the end of the body.
      if (byte === undefined || byte < 0x20) throw new ScanStop();
      if (byte === quote) break;
      if (byte === backslash) {
        hasEscapes = true;
        codePoints += this.skipEscape();
      } else if ((byte & 0xc0) !== 0x80) codePoints += 1; // not the second, third or fourth byte of a character
      if (codePoints > maxCodePoints) stop();
    }
    this.position += 1;
    return hasEscapes;
  }

  /** Moves to the last byte of the escape. @returns 0 for the second half of a surrogate pair, otherwise 1 */
  private skipEscape(): 0 | 1 {
    const { bytes, position } = this;
    if (bytes[position + 1] !== letterU) {
      if (!escapedBytes.has(bytes[position + 1])) throw new ScanStop();
      this.position += 1;
      return 1;
    }
    for (let digit = position + 2; digit < position + 6; digit += 1) {
      if (!isHexDigit(bytes[digit])) throw new ScanStop();
    }
    this.position += 5;
    return toLowerCase(bytes[position + 2]) === letterD && /[c-f]/i.test(String.fromCharCode(bytes[position + 3] ?? 0))
      ? 0
      : 1;
  }

  /** Reads a number, `true`, `false` or `null`. */
  private scanWord(): void {
    const start = this.position;
    while (isWordByte(this.bytes[this.position])) this.position += 1;
    if (wordPattern.test(this.bytes.toString('latin1', start, this.position))) return;
    this.position = start;
    throw new ScanStop();
  }

  /** @returns the byte at the new position; undefined at the end */
  private skipSpace(): number | undefined {
    while (isSpace(this.bytes[this.position])) this.position += 1;
    return this.bytes[this.position];
  }

  private stop(message: LocalizedText): never {
    const pointer = this.path.map((token) => encodePointerToken(String(token))).join('');
    throw new ScanStop({ pointer, message });
  }
}

const toLowerCase = (byte = 0): number => byte | 0x20;

const isSpace = (byte?: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

const isHexDigit = (byte = 0): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (toLowerCase(byte) >= 0x61 && toLowerCase(byte) <= 0x66);

/** Letters, digits, `+`, `-` and `.`. */
const isWordByte = (byte = 0): boolean =>
  (byte >= 0x30 && byte <= 0x39) ||
  (toLowerCase(byte) >= 0x61 && toLowerCase(byte) <= 0x7a) ||
  byte === 0x2b ||
  byte === 0x2d ||
  byte === 0x2e;
