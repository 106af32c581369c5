import { crc32, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';

/** A PDF of one page, as any program makes one. */
export async function makePdf(text = 'Access needs'): Promise<Buffer> {
  const document = new PDFDocument();
  const pieces: Buffer[] = [];
  const made = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (piece: Buffer) => pieces.push(piece));
    document.on('end', () => resolve(Buffer.concat(pieces)));
    document.on('error', reject);
  });
  document.text(text);
  document.end();
  return made;
}

function pngPart(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

/** A PNG picture, grey, with words about itself where there are any. */
export function makePng({ width = 8, height = 8, words = '' } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngPart('IHDR', header),
    ...(words === '' ? [] : [pngPart('tEXt', Buffer.from(`Comment\0${words}`, 'latin1'))]),
    pngPart('IDAT', deflateSync(Buffer.alloc((width + 1) * height, 0x7f))),
    pngPart('IEND', Buffer.alloc(0)),
  ]);
}

function segment(marker: number, ...data: readonly number[]): Buffer {
  const length = data.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 0xff, ...data]);
}

const letters = (text: string): number[] => [...Buffer.from(text, 'latin1')];

/** A JPEG picture of 8 × 8 grey points (ITU-T T.81, baseline): one code for each table, so that two bits are the picture. */
export function makeJpeg({ comment = '' } = {}): Buffer {
  const oneCode = [1, ...Array.from({ length: 15 }, () => 0), 0];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, ...letters('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0),
    ...(comment === '' ? [] : [segment(0xfe, ...letters(comment))]),
    segment(0xdb, 0, ...Array.from({ length: 64 }, () => 1)),
    segment(0xc0, 8, 0, 8, 0, 8, 1, 1, 0x11, 0),
    segment(0xc4, 0x00, ...oneCode),
    segment(0xc4, 0x10, ...oneCode),
    segment(0xda, 1, 1, 0, 0, 63, 0),
    Buffer.from([0x3f, 0xff, 0xd9]),
  ]);
}

/** A ZIP archive, as are Java programs and Office documents. */
export const makeZip = (): Buffer =>
  Buffer.from(zipSync({ 'word/document.xml': strToU8('<w:document/>'), 'a.class': strToU8('program') }));
