import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mailKindNames } from '#contracts';
import { fateOf, isOptional, type Standing } from './fate.js';

const good: Standing = {
  kind: 'reminders',
  toName: 'Sam Example',
  toAddress: 'sam@example.org',
  subject: 'Tomorrow: Annual Conference',
  isKnown: true,
  isErased: false,
  isTooLate: false,
  isSwitchedOff: false,
  isSuppressed: false,
};

const unknown = { isKnown: false, toAddress: null, toName: null } as const;

describe('what becomes of a mail', () => {
  it('is for the mail server to say where nothing stands against it', () => {
    expect(fateOf(good)).toBeNull();
  });

  it.each<[Partial<Standing>, string, RegExp]>([
    [{ isErased: true }, 'withdrawn', /asked to be forgotten/],
    [
      { isErased: true, isTooLate: true, isSwitchedOff: true, ...unknown },
      'withdrawn',
      /asked to be forgotten/,
    ],
    [{ isTooLate: true, isSwitchedOff: true }, 'too-late', /of no use any more/],
    [{ isTooLate: true, ...unknown }, 'too-late', /was not known while it was of use/],
    [{ isSwitchedOff: true, isSuppressed: true }, 'unwanted', /switched off/],
    [{ isSwitchedOff: true, ...unknown }, 'unwanted', /switched off/],
    [{ toAddress: null }, 'refused', /no verified mail address/],
    [{ isSuppressed: true }, 'suppressed', /refused this address for good/],
    [{ subject: 'Hello\r\nBcc: all@example.org' }, 'refused', /line break/],
    [{ toAddress: 'nowhere' }, 'refused', /no mail address/],
  ])('%j: %s', (change, status, answer) => {
    const fate = fateOf({ ...good, ...change });
    expect(fate).toMatchObject({ status });
    expect(fate?.answer).toMatch(answer);
    expect(fate?.answer).toMatch(/^Not sent: .*\.$/);
  });

  it('waits for a reader who is not known yet', () => {
    expect(fateOf({ ...good, ...unknown })).toBeNull();
  });

  it('is never decided by a switch for what cannot be switched off', () => {
    const kinds = mailKindNames.filter((kind) => !isOptional(kind));
    expect(kinds).toContain('sign-in');
    for (const kind of [...kinds, 'toString', 'of-old']) {
      expect(fateOf({ ...good, kind, isSwitchedOff: true })).toBeNull();
    }
  });

  it('is never to be sent against what stands against it', () => {
    const facts = fc.record({
      isErased: fc.boolean(),
      isTooLate: fc.boolean(),
      isSwitchedOff: fc.boolean(),
      isSuppressed: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (change) => {
        const stands = Object.values(change).some((each) => each);
        expect(fateOf({ ...good, ...change }) === null).toBe(!stands);
      }),
    );
  });
});
