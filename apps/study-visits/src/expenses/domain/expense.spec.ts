import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accepted } from '#checks';
import { amountAsTyped, checkAmount } from './amount.js';
import { currencyCodes } from './currencies.js';
import { checkExpense, type ExpenseInput } from './expense.js';
import { expenseStates, stateAfter } from './steps.js';

const lunch: ExpenseInput = {
  day: accepted('2024-03-12'),
  what: ' Lunch at the market ',
  currency: 'eur',
  amount: { text: '12,50' },
  paidWith: 'own',
  forWhom: 'some',
  forWords: 'Ada and I',
  noReceiptWhy: '',
};

describe('an expense', () => {
  it('is read as it is typed', () => {
    expect(checkExpense(lunch, '2024-03-12')).toEqual(
      accepted({
        day: '2024-03-12',
        what: 'Lunch at the market',
        currency: 'EUR',
        amountMinor: 1250,
        paidWith: 'own',
        forWhom: 'some',
        forWords: 'Ada and I',
        noReceiptWhy: '',
      }),
    );
    const alone = checkExpense({ ...lunch, forWhom: 'claimant' }, '2024-03-12');
    expect(alone).toMatchObject({ ok: true, value: { forWords: '' } });
  });

  it.each([
    [{ day: accepted(null) }, 'day', 'missing'],
    [{ day: accepted('2024-03-13') }, 'day', 'day-to-come'],
    [{ day: accepted('1924-03-12') }, 'day', 'date-implausible'],
    [{ what: ' ' }, 'what', 'missing'],
    [{ what: 'x'.repeat(201) }, 'what', 'too-long'],
    [{ currency: '' }, 'currency', 'missing'],
    [{ currency: 'ZZZ' }, 'currency', 'unknown-currency'],
    [{ currency: 'constructor' }, 'currency', 'unknown-currency'],
    [{ amount: { text: '' } }, 'amount', 'missing'],
    [{ amount: { text: '0' } }, 'amount', 'too-small'],
    [{ amount: { text: '-3' } }, 'amount', 'not-money'],
    [{ amount: { text: '1.234' } }, 'amount', 'not-money'],
    [{ amount: { minor: 1.5 } }, 'amount', 'not-money'],
    [{ amount: { minor: -1 } }, 'amount', 'too-small'],
    [{ amount: { text: '1,000,000.01' } }, 'amount', 'too-large'],
    [{ amount: { text: '9'.repeat(400) } }, 'amount', 'too-large'],
    [{ paidWith: 'theirs' }, 'paidWith', 'unknown-choice'],
    [{ forWhom: '' }, 'forWhom', 'unknown-choice'],
    [{ forWords: ' ' }, 'forWords', 'missing'],
  ] as const)('is refused with %j at its field', (wrong, field, code) => {
    expect(checkExpense({ ...lunch, ...wrong }, '2024-03-12')).toMatchObject({
      ok: false,
      problems: [{ field, code }],
    });
  });

  it('is typed as it was read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(...currencyCodes),
        (minor, code) => {
          expect(checkAmount({ text: amountAsTyped(minor, code) }, code, 'amount')).toEqual(accepted(minor));
        },
      ),
    );
  });
});

describe('what becomes of an expense', () => {
  it('is paid back only where it was agreed, and somebody’s own money', () => {
    for (const state of expenseStates) {
      expect(stateAfter('pay', { state, paidWith: 'visit' })).toBeNull();
      expect(stateAfter('pay', { state, paidWith: 'own' })).toBe(state === 'agreed' ? 'paid' : null);
    }
  });

  it('is changed by nobody while staff have it', () => {
    for (const state of ['sent', 'agreed', 'paid'] as const)
      expect(stateAfter('save', { state, paidWith: 'own' })).toBeNull();
  });
});
