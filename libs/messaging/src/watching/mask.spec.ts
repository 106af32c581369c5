import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appNames, envelope, messageTypes } from '#contracts';
import { knownWords } from './known-words.js';
import { mask, maskError, type Masked } from './mask.js';

const id = '019a8d5e-0000-7000-8000-00000000000a';

const message = {
  id,
  type: 'members.mail-requested.v1',
  aggregate: { id, version: 3 },
  correlationId: 'request-1',
  at: '2026-01-01T12:00:00.123Z',
  payload: {
    mailId: id,
    kind: 'sign-in',
    personId: null,
    to: { name: 'Ada Lovelace', address: 'ada@example.org' },
    subject: 'Sign in, Ada',
    html: '<p>Ada</p>',
    neededBy: '2026-01-01',
    'ada@example.org': true,
  },
};

/** All texts in it, names of fields included. */
function textsIn(value: Masked): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return Object.entries(value).flatMap(([name, held]) => [name, ...textsIn(held)]);
}

describe('what is shown of a message', () => {
  it('is ids, dates, numbers and fixed words; texts and names of strange fields are hidden', () => {
    expect(mask(message)).toEqual({
      id,
      type: 'members.mail-requested.v1',
      aggregate: { id, version: 3 },
      correlationId: '[hidden: 9 characters]',
      at: '2026-01-01T12:00:00.123Z',
      payload: {
        mailId: id,
        kind: 'sign-in',
        personId: null,
        to: { name: '[hidden: 12 characters]', address: '[hidden: 15 characters]' },
        subject: '[hidden: 12 characters]',
        html: '[hidden: 10 characters]',
        neededBy: '2026-01-01',
        '[hidden: field 8]': true,
      },
    });
  });

  it('knows the fields and fixed values of all messages', () => {
    const { fields, values } = knownWords();
    expect([...fields]).toEqual(expect.arrayContaining([...Object.keys(envelope.shape), 'mailId', 'seats']));
    expect([...values]).toEqual(expect.arrayContaining([...messageTypes, ...appNames, 'officer', 'CANCEL']));
    expect(values.has('string')).toBe(false);
  });

  /** The rule once more in other words: nothing else may come out of anything. */
  const mayBeSeen = (text: string): boolean =>
    text === '' ||
    /^\[hidden(: (\d+ characters?|field \d+|\d+ more|more within))?\]$/.test(text) ||
    /^[\da-f-]{36}$/i.test(text) ||
    /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) ||
    knownWords().fields.has(text) ||
    knownWords().values.has(text);

  const harmful = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.emailAddress(),
    fc.constantFrom('Ada Lovelace', '2026-01-01 Ada', `${id} `, 'sign-in!', '01234 567890'),
  );
  const anything = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 12, withCrossShrink: true },
      harmful,
      fc.uuid(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 30 }),
      fc.dictionary(fc.oneof(harmful, fc.constantFrom('to', 'name', 'payload')), tie('value')),
    ),
  })).value;

  it('holds no other text, whatever came', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(textsIn(mask(value)).filter((text) => !mayBeSeen(text))).toEqual([]);
      }),
    );
  });

  it('holds no other text of a message that is as agreed otherwise', () => {
    fc.assert(
      fc.property(harmful, harmful, (text, field) => {
        const changed = { ...message, payload: { ...message.payload, subject: text, [field]: text } };
        expect(textsIn(mask(changed)).filter((shown) => !mayBeSeen(shown))).toEqual([]);
      }),
    );
  });

  it('is short and shallow, however much came', () => {
    const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown;
    expect(JSON.stringify(mask(deep)).length).toBeLessThan(100);
    expect(maskError('Error: no', deep)).toBe('Error: no');
    const wide = mask(Array.from({ length: 500 }, () => id));
    expect(wide).toHaveLength(21);
  });
});

describe('what is shown of an error', () => {
  it('says what went wrong without the message’s own texts', () => {
    const error =
      'Error: no such person: ADA LOVELACE <ada@example.org>, said mx@mail.example\n    at handle (x.js:1:2)';
    expect(maskError(error, message)).toBe(
      'Error: no such person: [hidden] <[hidden]>, said [hidden]\n    at handle (x.js:1:2)',
    );
    expect(maskError(`Error: ${id} is not in "mails"`, message)).toBe(`Error: ${id} is not in "mails"`);
  });

  it('never holds a text that is hidden in the message', () => {
    // None that "[hidden]" itself could be taken for.
    const secret = fc
      .string({ unit: fc.constantFrom(...'AbÇ-z9. "$\\^*(?ü\n'), minLength: 3 })
      .filter((text) => text.trim().length > 2);
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1 }), fc.string(), (secrets, words) => {
        const held = { payload: { subject: secrets[0], to: secrets.map((name) => ({ name })) } };
        const shown = maskError(`Error: ${secrets.join(words)} ${JSON.stringify(held)}`, held);
        for (const text of secrets) {
          expect(shown).not.toContain(text.trim());
          expect(shown).not.toContain(JSON.stringify(text.trim()).slice(1, -1));
        }
      }),
    );
  });
});
