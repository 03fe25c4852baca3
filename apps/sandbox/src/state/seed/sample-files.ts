import { crc32, deflateSync } from 'node:zlib';

/** Small files in real formats. Their bytes are always the same. */

export const createTextFile = (text: string): Buffer => Buffer.from(text, 'utf8');

/** A PNG image of one color. Noise keeps the compressed file from being very small. */
export function createPng(width: number, height: number, color: readonly [number, number, number]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits for each sample, color type 2 (red, green, blue), and default methods.
  header.set([8, 2, 0, 0, 0], 8);
  // Each row is a filter byte (0: no filter) and three bytes for each pixel.
  const rowBytes = 1 + 3 * width;
  const rows = Buffer.alloc(height * rowBytes);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const noise = (Math.imul(x * 7919 + y * 104_729, 2_654_435_761) >>> 24) % 48;
      color.forEach((value, i) => rows.writeUInt8(Math.min(255, value + noise), y * rowBytes + 1 + 3 * x + i));
    }
  }
  const pixels = deflateSync(rows);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    encodePngChunk('IHDR', header),
    encodePngChunk('IDAT', pixels),
    encodePngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function encodePngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** A PDF of one page with one line of text. The text must be ASCII without parentheses. */
export function createPdf(line: string): Buffer {
  const stream = `BT /F1 18 Tf 72 720 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A zip archive with `plan/readme.txt`, `plan/图片/map.txt` and `notes.md`. */
export const createSampleArchive = (): Buffer => Buffer.from(sampleArchiveBase64, 'base64');

const sampleArchiveBase64 = [
  'UEsDBBQAAAAIAABAY1oAAAAAAgAAAAAAAAAFAAAAcGxhbi8DAFBLAwQUAAAACAAAQGNa7bplSBcAAABsAAAADwAAAHBsYW4vcmVh',
  'ZG1lLnR4dAvIScxTyE9TKMlIVSgpyizQ4wqgmQgAUEsDBBQAAAgIAABAY1pidPodEgAAADQAAAATAAAAcGxhbi/lm77niYcvbWFw',
  'LnR4dPPLLyrJUMgsVigt0OPyI44DAFBLAwQUAAAACAAAQGNaNBIB6hgAAAAWAAAACAAAAG5vdGVzLm1kU1bwyy9JLebicirKzEtX',
  'KE8sSS3S4wIAUEsBAhQDFAAAAAgAAEBjWgAAAAACAAAAAAAAAAUAAAAAAAAAAAAAAIABAAAAAHBsYW4vUEsBAhQDFAAAAAgAAEBj',
  'Wu26ZUgXAAAAbAAAAA8AAAAAAAAAAAAAAIABJQAAAHBsYW4vcmVhZG1lLnR4dFBLAQIUAxQAAAgIAABAY1pidPodEgAAADQAAAAT',
  'AAAAAAAAAAAAAACAAWkAAABwbGFuL+WbvueJhy9tYXAudHh0UEsBAhQDFAAAAAgAAEBjWjQSAeoYAAAAFgAAAAgAAAAAAAAAAAAA',
  'AIABrAAAAG5vdGVzLm1kUEsFBgAAAAAEAAQA5wAAAOoAAAAAAA==',
].join('');
