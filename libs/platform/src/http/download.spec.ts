import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attachmentNamed, downloadHeaders } from './download.js';

describe('the name of a download', () => {
  it.each([
    ['delegates-2027.csv', 'attachment; filename="delegates-2027.csv"'],
    ['Delegates 2027.xlsx', 'attachment; filename="Delegates 2027.xlsx"'],
    [
      'Gŵyl “A”.pdf',
      `attachment; filename="Gwyl -A-.pdf"; filename*=UTF-8''G%C5%B5yl%20%E2%80%9CA%E2%80%9D.pdf`,
    ],
    ['a"b.pdf', `attachment; filename="a-b.pdf"; filename*=UTF-8''a%22b.pdf`],
    [`it's (1)*.pdf`, `attachment; filename="it's (1)*.pdf"`],
    [`ŵ's (1)*.pdf`, `attachment; filename="w's (1)*.pdf"; filename*=UTF-8''%C5%B5%27s%20%281%29%2A.pdf`],
    ['', 'attachment; filename="file"'],
  ])('%j is written as %s', (name, header) => {
    expect(attachmentNamed(name)).toBe(header);
  });

  it('is one header in ASCII whatever it is, and comes back whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((name) => !name.includes("''")),
        (name) => {
          const header = attachmentNamed(name);
          expect(header).toMatch(/^attachment; filename="[^"\\/%]+"(?:; filename\*=UTF-8''\S+)?$/);
          expect(header).toMatch(/^[\x20-\x7e]+$/);
          const extended = header.split("''")[1];
          if (extended === undefined) return;
          expect(extended).toMatch(/^(?:[\w!#$&+.^`|~-]|%[\dA-F]{2})+$/);
          expect(decodeURIComponent(extended)).toBe(name.toWellFormed().replaceAll(/[\p{Cc}/\\]/gu, '-'));
        },
      ),
    );
  });

  it('comes with headers by which nothing in the file runs, and nobody keeps it', () => {
    expect(downloadHeaders({ fileName: 'a.pdf', type: 'application/pdf' })).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="a.pdf"',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
});
