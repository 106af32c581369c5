import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inspectUpload, statusOfProblems, type UploadRules } from './inspect-upload.js';
import { makeJpeg, makePdf, makePng, makeZip } from './testing/make-files.js';

const rules: UploadRules = { field: 'letter', kinds: ['pdf', 'png', 'jpeg'], mostBytes: 5 * 1024 * 1024 };

const inspect = (bytes: Uint8Array, name = 'file', some: Partial<UploadRules> = {}) =>
  inspectUpload({ name, bytes, isTooLarge: false }, { ...rules, ...some });

function problemOf(bytes: Uint8Array, name = 'file', some: Partial<UploadRules> = {}): string {
  const checked = inspect(bytes, name, some);
  return checked.ok ? 'accepted' : checked.problems.map(({ code }) => code).join();
}

const text = (words: string) => Buffer.from(words);
const pdf = await makePdf();
const files: Readonly<Record<'pdf' | 'png' | 'jpeg', Buffer>> = { pdf, png: makePng(), jpeg: makeJpeg() };

describe('a file that is what was asked for', () => {
  it.each([
    ['pdf', 'application/pdf', 'Access needs.PDF', 'Access needs.pdf'],
    ['png', 'image/png', 'badge', 'badge.png'],
    ['jpeg', 'image/jpeg', 'Photo of me.jpeg', 'Photo of me.jpeg'],
    ['jpeg', 'image/jpeg', 'renamed.pdf', 'renamed.pdf.jpg'],
  ] as const)('is known by its content: %s', (kind, mediaType, declared, name) => {
    expect(inspect(files[kind], declared)).toEqual({
      ok: true,
      value: { kind, mediaType, name, bytes: files[kind] },
    });
  });

  it('loses what stands after its end', () => {
    for (const file of Object.values(files)) {
      const checked = inspect(Buffer.concat([file, text('MotionPhoto_Data')]));
      expect(checked.ok && file.equals(checked.value.bytes)).toBe(true);
    }
  });

  it('may be a PDF that was added to, and has its table in a stream', () => {
    const changed = Buffer.concat([
      pdf,
      text(`9 0 obj <</Type /XRef>> stream\nendstream endobj\nstartxref\n${pdf.length}\n%%EOF\r\n`),
    ]);
    expect(problemOf(changed)).toBe('accepted');
  });

  it('may be a list, where lists are asked for', () => {
    const list = text('name,email\nSiân Jones,sian@example.org\n');
    expect(inspect(list, 'List.CSV', { kinds: ['csv'] })).toMatchObject({
      ok: true,
      value: { kind: 'csv', mediaType: 'text/csv', name: 'List.csv' },
    });
    expect(problemOf(list)).toBe('file-not-accepted');
    expect(problemOf(makeZip(), 'list.csv', { kinds: ['csv'] })).toBe('file-not-accepted');
    expect(problemOf(text('<!DOCTYPE html><p>x'), 'list.csv', { kinds: ['csv'] })).toBe('file-two-kinds');
  });
});

describe('a file that is none of the kinds asked for', () => {
  it.each([
    ['a page', text('<!doctype html><script>alert(1)</script>'), 'photo.png'],
    [
      'a drawing with a script',
      text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'photo.png',
    ],
    ['a program', Buffer.from('MZ\x90\0', 'latin1'), 'photo.jpg'],
    ['an archive', makeZip(), 'letter.pdf'],
    ['words', text('This is my letter.'), 'letter.pdf'],
    ['GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1'), 'photo.png'],
    ['a PDF a little further down', Buffer.concat([text('MZ\n'), pdf]), 'letter.pdf'],
    ['one byte', Buffer.from([0xff]), 'photo.jpg'],
  ])('is refused, whatever its name: %s', (_what, bytes, name) => {
    expect(problemOf(bytes, name)).toBe('file-not-accepted');
  });

  it('is named in words', () => {
    expect(inspect(text('<svg/>'), 'C:\\fakepath\\pho\u202Egnp.png')).toEqual({
      ok: false,
      problems: [
        {
          field: 'letter',
          code: 'file-not-accepted',
          message:
            '“phognp.png” is not a PDF, a PNG picture or a JPEG picture, whatever its name says. Choose another file, or save this one as a PDF.',
        },
      ],
    });
  });

  it('is refused where it is another of the kinds than was asked for', () => {
    expect(problemOf(files.png, 'a.png', { kinds: ['pdf'] })).toBe('file-not-accepted');
  });
});

describe('a file that is not whole', () => {
  it.each([
    ['a PDF in name only', text('%PDF-1.7\nThis is none.')],
    ['a PDF without a table', text('%PDF-1.7\nHello\nstartxref\n3\n%%EOF\n')],
    ['a PDF whose table is beyond its end', text('%PDF-1.7\nHello\nstartxref\n99999\n%%EOF\n')],
    ['a PNG in name only', Buffer.from('\x89PNG\r\n\x1a\nThis is none.', 'latin1')],
    ['a PNG without a size', makePng({ width: 0 })],
    ['a JPEG in name only', Buffer.from('\xff\xd8\xff\xe0This is none.', 'latin1')],
    ['a JPEG that says no more', Buffer.from('\xff\xd8\xff\xd9', 'latin1')],
  ])('is refused: %s', (_what, bytes) => {
    expect(problemOf(bytes)).toBe('file-damaged');
  });

  it.each(Object.entries(files))('is refused wherever it breaks off: %s', (_kind, bytes) => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: bytes.length - 2 }), (length) => {
        expect(problemOf(bytes.subarray(0, length))).toBe('file-damaged');
      }),
    );
  });

  it('is refused where a PNG has been changed on its way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: files.png.length - 1 }), (at) => {
        const changed = Buffer.from(files.png);
        changed[at] = (changed[at] ?? 0) ^ 0x10;
        expect(problemOf(changed)).toBe('file-damaged');
      }),
    );
  });

  it('is refused where it is empty', () => {
    expect(problemOf(new Uint8Array())).toBe('file-empty');
  });
});

describe('a file that is two kinds at once', () => {
  const page = '<html><script>alert(1)</script></html>';

  it.each([
    ['a picture and an archive', Buffer.concat([files.png, makeZip()])],
    ['a JPEG and an archive', Buffer.concat([files.jpeg, makeZip()])],
    ['a PDF and an archive', Buffer.concat([pdf, makeZip()])],
    ['an archive whose comment is a picture’s end', archiveInPicture()],
    ['a picture and a page', makePng({ words: page })],
    ['a JPEG and a page', makeJpeg({ comment: page })],
    ['a JPEG and a PDF', makeJpeg({ comment: pdf.toString('latin1') })],
    ['a PDF and a page', Buffer.concat([text(`%PDF-1.7\n${page}\n`), pdf])],
  ])('is refused: %s', (_what, bytes) => {
    expect(problemOf(bytes)).toBe('file-two-kinds');
  });

  it('is refused where a script’s comment is a picture’s first segment', () => {
    const script = Buffer.concat([
      Buffer.from('\xff\xd8\xff\xe0/*JFIF\0', 'latin1'),
      Buffer.alloc(0x2f2a - 7),
      files.jpeg.subarray(20),
    ]);
    expect(problemOf(script)).toBe('file-damaged');
  });
});

function archiveInPicture(): Buffer {
  const words = makeZip().toString('latin1');
  return makePng({ words });
}

describe('a file that is too large', () => {
  it('is refused with the limit in words', () => {
    const large = inspectUpload({ name: 'a.pdf', bytes: new Uint8Array(), isTooLarge: true }, rules);
    const message = 'The file is larger than 5 MB. Choose a smaller one, or save it with less detail.';
    expect(large).toEqual({ ok: false, problems: [{ field: 'letter', code: 'file-too-large', message }] });
    expect(large.ok || statusOfProblems(large.problems)).toBe(413);
    expect(problemOf(pdf, 'a.pdf', { mostBytes: pdf.length })).toBe('accepted');
    expect(problemOf(pdf, 'a.pdf', { mostBytes: pdf.length - 1 })).toBe('file-too-large');
    expect(inspect(pdf, 'a.pdf', { mostBytes: 1024 })).toMatchObject({
      problems: [{ message: expect.stringContaining('larger than 1 KB') }],
    });
  });

  it('is another matter than one that is no use', () => {
    expect(statusOfProblems([{ code: 'file-empty' }])).toBe(422);
  });
});

it('whatever somebody sends is answered, and what is accepted is accepted again', () => {
  const beginning = fc.constantFrom('%PDF-1.7\n', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff', '');
  fc.assert(
    fc.property(
      beginning,
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom(...Object.values(files)),
      (start, rest, file) => {
        const bytes = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
        expect(typeof problemOf(bytes)).toBe('string');
        const checked = inspect(Buffer.concat([file, bytes]));
        if (checked.ok) expect(inspect(checked.value.bytes)).toEqual(checked);
      },
    ),
  );
});
