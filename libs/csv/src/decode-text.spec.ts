import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeText as decode } from './decode-text.js';

const decodeText = (file: Uint8Array) => decode(file, 'a CSV file');

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('the text of an uploaded file', () => {
  it('is UTF-8, with a byte order mark or without', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\0\uFEFF]/u.test(text)),
        (text) => {
          fc.pre(!text.startsWith('PK') && !text.startsWith('%PDF'));
          const plain = decodeText(Buffer.from(text));
          const marked = decodeText(Buffer.from(`\uFEFF${text}`));
          expect(plain).toEqual({ ok: true, text, encoding: 'UTF-8', notes: [] });
          expect(marked).toEqual(plain);
        },
      ),
    );
  });

  it('is UTF-16 where a byte order mark says so', () => {
    const expected = { ok: true, text: 'Gŵyl 🎉', encoding: 'UTF-16', notes: [] };
    const little = Buffer.from('\uFEFFGŵyl 🎉', 'utf16le');
    expect(decodeText(little)).toEqual(expected);
    expect(decodeText(Buffer.from(little).swap16())).toEqual(expected);
  });

  it('is Windows-1252 where it is no UTF-8, and says so', () => {
    const decoded = decodeText(bytes(0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x80, 0x35, 0x94, 0x20, 0x96));
    expect(decoded).toMatchObject({ ok: true, text: 'Café “€5” –', encoding: 'Windows-1252' });
    expect(decoded.ok && decoded.notes[0]).toContain('Windows-1252');
  });

  it('stays UTF-8 where only little of it is damaged', () => {
    const decoded = decodeText(
      Buffer.concat([Buffer.from('Gŵyl y Môr, Llŷn '), bytes(0xff), Buffer.from(' é')]),
    );
    expect(decoded).toMatchObject({ ok: true, text: 'Gŵyl y Môr, Llŷn \uFFFD é', encoding: 'UTF-8' });
    expect(decoded.ok && decoded.notes[0]).toContain('1 character could not be read');
  });

  it('is read line by line where lines were saved in different encodings', () => {
    const decoded = decodeText(
      Buffer.concat([
        Buffer.from('name\r\nGŵyl y Môr\r\n'),
        Buffer.from('Café\r\n', 'latin1'),
        Buffer.from('plain\r\nŴ\n'),
        Buffer.from('Zürich', 'latin1'),
      ]),
    );
    expect(decoded).toMatchObject({
      ok: true,
      text: 'name\r\nGŵyl y Môr\r\nCafé\r\nplain\r\nŴ\nZürich',
      encoding: 'mixed',
    });
    expect(decoded.ok && decoded.notes).toEqual([
      'The file is in two encodings. Lines 3 and 6 were read as Windows-1252, the others as UTF-8; check the accented letters.',
    ]);
  });

  it('loses no line, whatever is in which encoding', () => {
    const line = fc.tuple(fc.constantFrom('Café', 'plain', 'Zoë & Ünal', ''), fc.boolean());
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const file = Buffer.concat(
          lines.map(([text, isOld]) => Buffer.from(`${text};\n`, isOld ? 'latin1' : 'utf8')),
        );
        const decoded = decodeText(file);
        expect(decoded.ok && decoded.text).toBe(lines.map(([text]) => `${text};\n`).join(''));
      }),
    );
  });

  it.each([
    ['nothing', bytes(), 'empty'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), 'not a text file'],
    ['a workbook', bytes(0x50, 0x4b, 3, 4, 0x14, 0), 'Excel workbook'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'older Excel workbook'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
    ['UTF-16 that does not say so', Buffer.from('abc', 'utf16le'), 'not a text file'],
  ])('is refused for %s', (_name, file, said) => {
    const decoded = decodeText(file);
    expect(decoded.ok ? decoded.text : decoded.problem).toContain(said);
    expect(decoded.ok).toBe(false);
  });
});
