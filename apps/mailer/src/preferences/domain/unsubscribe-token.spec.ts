import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mailKindNames } from '#contracts';
import { makeToken, readToken } from './unsubscribe-token.js';

const key = randomBytes(32);

describe('the link to end a kind of mail', () => {
  it('is read as it was made, and fits into a path', () => {
    const subscription = fc.record({ personId: fc.uuid(), kind: fc.constantFrom(...mailKindNames) });
    fc.assert(
      fc.property(subscription, (made) => {
        const token = makeToken(key, made);
        expect(token).toMatch(/^[\w.-]{60,100}$/);
        expect(readToken(key, token)).toEqual(made);
      }),
    );
  });

  it('is nothing with any of its characters changed, more of them or fewer', () => {
    const token = makeToken(key, { personId: randomUUID(), kind: 'reminders' });
    for (let at = 0; at < token.length; at += 1) {
      for (const other of 'AQgw09.-_z') {
        if (token[at] !== other)
          expect(readToken(key, token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
      }
      expect(readToken(key, token.slice(0, at))).toBeNull();
    }
    for (const more of [`${token}A`, `${token}.`, ` ${token}`, `${token}=`])
      expect(readToken(key, more)).toBeNull();
  });

  it('is for its own person and kind, and for its own key', () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const parts = (personId: string, kind: (typeof mailKindNames)[number]) =>
      makeToken(key, { personId, kind }).split('.');
    const [id = '', , mac = ''] = parts(one, 'reminders');
    expect(readToken(key, `${id}.following.${mac}`)).toBeNull();
    expect(readToken(key, `${parts(other, 'reminders')[0]}.reminders.${mac}`)).toBeNull();
    expect(readToken(randomBytes(32), `${id}.reminders.${mac}`)).toBeNull();
  });

  it.each([
    '',
    '.',
    '..',
    'x',
    'a.b.c',
    `${'A'.repeat(22)}.reminders.`,
    `${'A'.repeat(22)}.toString.x`,
    'é.é.é',
  ])('%j is none', (text) => {
    expect(readToken(key, text)).toBeNull();
  });
});
