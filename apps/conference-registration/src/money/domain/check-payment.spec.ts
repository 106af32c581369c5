import { accepted } from '#checks';
import { checkPayment, checkReason, mostPence, type PaymentInput } from './check-payment.js';

const today = '2027-03-10';
const good: PaymentInput = {
  pence: accepted(19_500),
  on: accepted('2027-03-09'),
  method: 'cheque',
  reference: ' INV-00012 ',
  note: 'From the\nparish clerk',
};

const codes = (different: Partial<PaymentInput>) => {
  const checked = checkPayment({ ...good, ...different }, 'the amount received', today);
  return checked.ok ? [] : checked.problems.map(({ field, code }) => `${field}: ${code}`);
};

it('takes what is in order, tidied', () => {
  expect(checkPayment(good, 'the amount received', today)).toEqual({
    ok: true,
    value: {
      pence: 19_500,
      on: '2027-03-09',
      method: 'cheque',
      reference: 'INV-00012',
      note: 'From the\nparish clerk',
    },
  });
});

it.each([
  [{ pence: accepted(0) }, ['pence: too-small']],
  [{ pence: accepted(-1) }, ['pence: too-small']],
  [{ pence: accepted(0.5) }, ['pence: not-money']],
  [{ pence: accepted(mostPence + 1) }, ['pence: too-large']],
  [{ pence: accepted(mostPence) }, []],
  [{ on: accepted(null) }, ['on: missing']],
  [{ on: accepted('2027-03-11') }, ['on: in-future']],
  [{ on: accepted(today) }, []],
  [{ on: accepted('1999-12-31') }, ['on: too-long-ago']],
  [{ method: 'barter' }, ['method: unknown-choice']],
  [{ reference: 'a\nb' }, ['reference: unprintable-character']],
  [{ note: 'x'.repeat(1001), method: '' }, ['method: unknown-choice', 'note: too-long']],
])('says of %j what is wrong: %j', (different, expected) => {
  expect(codes(different)).toEqual(expected);
});

it('keeps a reason in one line, and wants one', () => {
  expect(checkReason(' Recorded\r\n for  another ', 'Say why.')).toEqual({
    ok: true,
    value: 'Recorded for another',
  });
  expect(checkReason(' \n', 'Say why.')).toMatchObject({ ok: false, problems: [{ message: 'Say why.' }] });
});
