import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attachmentNamed } from '#platform';
import { cleanFileName } from './clean-name.js';
import { fileKinds, kindFacts } from './kinds/file-kinds.js';

describe('the name of a file that was sent', () => {
  it.each([
    ['letter.pdf', 'letter.pdf'],
    ['Llythyr Siân (1).PDF', 'Llythyr Siân (1).pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\fakepath\\letter.pdf', 'letter.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie- x=1.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['<b>"x"|?*.pdf', '-b--x----.pdf'],
    ['CON.pdf', 'CON-file.pdf'],
    ['', 'file.pdf'],
    ['\u0000..\u200B', 'file.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['名前🎉.pdf', '名前🎉.pdf'],
    [`${'🎉'.repeat(300)}.pdf`, `${'🎉'.repeat(95)}.pdf`],
  ])('%j becomes %j', (declared, name) => {
    expect(cleanFileName(declared, 'pdf')).toBe(name);
  });

  it('can be kept and given out anywhere, and stays when it is cleaned again', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom('.', '/', '\\', ' ', 'a', '\u202E', '\n', '"', 'ŵ', 'w\u0302', '🎉', '\ud83d'),
      }),
    );
    fc.assert(
      fc.property(name, fc.constantFrom(...fileKinds), (declared, kind) => {
        const clean = cleanFileName(declared, kind);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069"*/:<>?\\|]/u);
        expect(Array.from(clean).length).toBeLessThanOrEqual(100);
        expect(clean).not.toMatch(/^[.\s]|[.\s]$/);
        expect(kindFacts[kind].endings.some((ending) => clean.endsWith(`.${ending}`))).toBe(true);
        expect(cleanFileName(clean, kind)).toBe(clean);
        expect(attachmentNamed(clean)).toMatch(/^[\x20-\x7e]+$/);
      }),
    );
  });
});
