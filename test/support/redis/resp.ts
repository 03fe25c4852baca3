const carriageReturn = 0x0d;
const arrayMarker = 0x2a;
/** RESP2 and RESP3: the kinds whose length is followed by that many bytes, and those that are followed by frames. */
const bulkMarkers = new Set(['$', '!', '=']);
const aggregateMarkers = new Map([
  ['*', 1],
  ['~', 1],
  ['>', 1],
  // Maps have two frames for each entry. An attribute belongs to the frame after it.
  ['%', 2],
  ['|', 2],
]);

/** @returns the index behind the frame at `start`, or undefined if the frame is not complete yet */
export function findFrameEnd(bytes: Buffer, start: number): number | undefined {
  const lineEnd = findLineEnd(bytes, start);
  if (lineEnd === undefined) return undefined;
  const marker = String.fromCharCode(bytes[start] ?? 0);
  const framesForEach = aggregateMarkers.get(marker);
  if (framesForEach === undefined && !bulkMarkers.has(marker)) return lineEnd;
  const count = Number(bytes.toString('latin1', start + 1, lineEnd - 2));
  if (framesForEach === undefined) {
    const end = count < 0 ? lineEnd : lineEnd + count + 2;
    return end <= bytes.length ? end : undefined;
  }
  let end: number | undefined = lineEnd;
  const frames = count * framesForEach + (marker === '|' ? 1 : 0);
  for (let frame = 0; frame < frames && end !== undefined; frame += 1) end = findFrameEnd(bytes, end);
  return end;
}

/** @returns the words of a command (an array of bulk strings, or a line), or of a reply that is an array of those */
export function parseWords(frame: Buffer): readonly string[] {
  const lineEnd = findLineEnd(frame, 0) ?? frame.length;
  const isList = frame[0] === arrayMarker || frame[0] === '>'.charCodeAt(0);
  if (!isList) return frame.toString('utf8', 0, lineEnd).trim().split(/\s+/);
  const words: string[] = [];
  for (let start = lineEnd; start < frame.length;) {
    const contentStart = findLineEnd(frame, start) ?? frame.length;
    const end = findFrameEnd(frame, start) ?? frame.length;
    words.push(frame[start] === '$'.charCodeAt(0) ? frame.toString('utf8', contentStart, end - 2) : '');
    start = end;
  }
  return words;
}

/** Splits a stream of bytes into frames. */
export class FrameSplitter {
  private rest: Buffer = Buffer.alloc(0);

  /** @returns the frames that `chunk` completes */
  *split(chunk: Buffer): Generator<Buffer> {
    this.rest = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    for (;;) {
      const end = this.rest.length > 0 ? findFrameEnd(this.rest, 0) : undefined;
      if (end === undefined) return;
      const frame = this.rest.subarray(0, end);
      this.rest = this.rest.subarray(end);
      yield frame;
    }
  }

  /** Removes and returns the bytes that belong to no complete frame yet. */
  takeRest(): Buffer {
    const { rest } = this;
    this.rest = Buffer.alloc(0);
    return rest;
  }
}

function findLineEnd(bytes: Buffer, start: number): number | undefined {
  const index = bytes.indexOf(carriageReturn, start);
  return index < 0 || index + 1 >= bytes.length ? undefined : index + 2;
}
