import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  clearFlashCookie,
  decodeNotices,
  encodeNotices,
  flashCookieName,
  readFlashCookie,
  setFlashCookie,
} from './flash-cookie.js';
import type { Notice } from './notice.js';

const live = 'https://events.example.org';
const local = 'http://localhost:3000';
const saved: Notice = { type: 'success', text: 'The event “Gŵyl – £5; a,b” is published.' };

function sentBack(setCookie: string): string {
  return setCookie.split(';')[0] ?? '';
}

describe('a flash cookie', () => {
  test('goes to the next page and no further', () => {
    const header = `a=1; ${sentBack(setFlashCookie([saved], live))}; b=2`;
    expect(readFlashCookie(header, live)).toEqual([saved]);
    expect(readFlashCookie(sentBack(clearFlashCookie(live)), live)).toEqual([]);
    expect(readFlashCookie('a=1', live)).toEqual([]);
    expect(readFlashCookie(undefined, live)).toEqual([]);
  });

  test('is bound to the host over https, and works without on a plain http address', () => {
    expect(setFlashCookie([saved], live)).toMatch(
      /^__Host-flash=[\w-]+; Path=\/; Max-Age=60; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(setFlashCookie([saved], local)).toMatch(
      /^flash=[\w-]+; Path=\/; Max-Age=60; HttpOnly; SameSite=Lax$/,
    );
    expect(clearFlashCookie(live)).toBe('__Host-flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure');
    expect(flashCookieName(local)).toBe('flash');
  });

  test('another cookie with a longer name is not taken for it', () => {
    expect(readFlashCookie(`xflash=${encodeNotices([saved])}`, local)).toEqual([]);
  });
});

const notice = fc.record({
  type: fc.constantFrom<Notice['type']>('success', 'important'),
  text: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 2000 }),
    fc.string({ unit: 'binary', maxLength: 2000 }),
  ),
});

describe('whatever is said', () => {
  test('the cookie is safe to send, fits, and comes back as short single-line texts', () => {
    fc.assert(
      fc.property(fc.array(notice, { maxLength: 6 }), (notices) => {
        const cookie = setFlashCookie(notices, live);
        expect(cookie.length).toBeLessThanOrEqual(4096);
        expect(sentBack(cookie)).toMatch(/^__Host-flash=[\w-]*$/);
        const back = readFlashCookie(sentBack(cookie), live);
        expect(back.length).toBeLessThanOrEqual(3);
        for (const { text } of back) {
          expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
          expect(text.length).toBeLessThanOrEqual(300);
        }
      }),
    );
  });

  test('ordinary notices come back as they were', () => {
    const plain = fc.record({
      type: fc.constantFrom<Notice['type']>('success', 'important'),
      text: fc.stringMatching(/^[A-Z][a-zŵ£“” ,;]{0,97}\.$/),
    });
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 3 }), (notices) => {
        expect(decodeNotices(encodeNotices(notices))).toEqual(notices);
      }),
    );
  });
});

describe('whatever a cookie holds', () => {
  test('reading it never fails', () => {
    const json = fc.json().map((text) => Buffer.from(text).toString('base64url'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), json), (value) => {
        for (const { type, text } of decodeNotices(value)) {
          expect(['success', 'important']).toContain(type);
          expect(text).not.toBe('');
        }
      }),
    );
  });

  test.each([
    ['a type of its own', [['toString', 'x']]],
    ['no text', [['s', '']]],
    ['no list', { s: 'x' }],
    ['deep things', [[['s'], ['x']]]],
  ])('%s says nothing', (_, held) => {
    expect(decodeNotices(Buffer.from(JSON.stringify(held)).toString('base64url'))).toEqual([]);
  });

  test('what is too long is not read', () => {
    expect(decodeNotices(encodeNotices([saved]).padEnd(4000, 'A'))).toEqual([]);
  });
});
