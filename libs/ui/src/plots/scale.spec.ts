import fc from 'fast-check';
import { countAxis, labelStep, spread } from './scale.js';

describe('countAxis', () => {
  it.each([
    [[0], [0, 1]],
    [
      [3, 1],
      [0, 1, 2, 3],
    ],
    [
      [29, 1],
      [0, 10, 20, 30],
    ],
    [
      [7, -2],
      [-2, 0, 2, 4, 6, 8],
    ],
    [[1234], [0, 500, 1000, 1500]],
    [
      [0, -4],
      [-4, -3, -2, -1, 0],
    ],
  ])('of %j has the marks %j', (values, marks) => {
    expect(countAxis(values).marks).toEqual(marks);
  });

  it('has every value and zero on it, and few marks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 })), (values) => {
        const { marks, lowest, highest } = countAxis(values);
        expect([0, ...values].every((value) => value >= lowest && value <= highest)).toBe(true);
        expect(marks).toContain(0);
        expect([marks[0], marks.at(-1)]).toEqual([lowest, highest]);
        expect(marks.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

it('labels have the room that they need', () => {
  expect([labelStep(4, 7), labelStep(7, 7), labelStep(8, 7), labelStep(30, 7)]).toEqual([1, 1, 2, 5]);
});

it('names beside lines keep apart, in their order, within the plot', () => {
  const places = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(places, (wanted) => {
      const at = spread(wanted, 20, 0, 300);
      const sorted = at.toSorted((a, b) => a - b);
      expect(sorted.every((place, index) => index === 0 || place - (sorted[index - 1] ?? 0) >= 20)).toBe(
        true,
      );
      expect(at.every((place) => place >= 0 && place <= 300)).toBe(true);
    }),
  );
});
