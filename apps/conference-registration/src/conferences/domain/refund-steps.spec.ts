import fc from 'fast-check';
import { accepted } from '#checks';
import { checkRefundSteps } from './refund-steps.js';

const step = (until: string | null, percent: string) => ({ until: accepted(until), percent });
const problem = (...steps: ReturnType<typeof step>[]) => {
  const checked = checkRefundSteps(steps);
  return checked.ok ? null : checked.problems.map(({ field, code }) => `${field} ${code}`).join();
};

it('reads steps that pay back less and less', () => {
  expect(checkRefundSteps([step('2027-05-31', '100 %'), step('2027-06-30', '50')])).toEqual(
    accepted([
      { until: '2027-05-31', percent: 100 },
      { until: '2027-06-30', percent: 50 },
    ]),
  );
  expect(checkRefundSteps([])).toEqual(accepted([]));
});

it('says which step is wrong', () => {
  expect(problem(step(null, '50'))).toBe('refundSteps.0.until date-missing');
  expect(problem(step('2027-05-31', ''))).toBe('refundSteps.0.percent missing');
  expect(problem(step('2027-05-31', '101'))).toBe('refundSteps.0.percent too-large');
  expect(problem(step('2027-05-31', '-1'))).toBe('refundSteps.0.percent too-small');
  expect(problem(step('2027-05-31', '33.3'))).toBe('refundSteps.0.percent not-a-whole-number');
  expect(problem(step('2027-05-31', '100'), step('2027-05-31', '50'))).toBe(
    'refundSteps.1.until out-of-order',
  );
  expect(problem(step('2027-05-31', '50'), step('2027-06-30', '50'))).toBe(
    'refundSteps.1.percent out-of-order',
  );
  expect(problem(...Array.from({ length: 11 }, () => step('2027-05-31', '1')))).toBe('refundSteps too-many');
});

it('lets nothing through that rises or goes back', () => {
  const given = fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 100 })), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(given, (steps) => {
      const checked = checkRefundSteps(
        steps.map(([day, percent]) => step(`2027-05-${String(day).padStart(2, '0')}`, String(percent))),
      );
      const inOrder = steps.every(([day, percent], index) => {
        const before = steps[index - 1];
        return before === undefined || (day > before[0] && percent < before[1]);
      });
      expect(checked.ok).toBe(inOrder);
    }),
  );
});
