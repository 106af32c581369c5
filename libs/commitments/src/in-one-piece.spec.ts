import { Temporal } from 'temporal-polyfill';
import type { Commitment } from './commitment.js';
import { inOnePiece } from './in-one-piece.js';

const on = (id: string, place: string | null, from: string, until: string): Commitment => ({
  id,
  title: id,
  start: Temporal.Instant.from(`2027-09-26T${from}Z`),
  end: Temporal.Instant.from(`2027-09-26T${until}Z`),
  zone: 'Europe/London',
  place,
  walkingMinutes: 0,
});

const pieces = (...commitments: readonly Commitment[]) =>
  inOnePiece(commitments).map(({ id, start, end }) => `${id} ${start.toString()} ${end.toString()}`);

it('joins what follows one another at one place, and what lies within', () => {
  expect(
    pieces(
      on('fourth', 'hall', '14:00', '15:00'),
      on('third', 'hall', '12:00', '12:30'),
      on('first', 'hall', '10:00', '12:00'),
      on('within', 'hall', '10:30', '11:00'),
      on('elsewhere', 'green', '12:30', '13:00'),
    ),
  ).toEqual([
    'first 2027-09-26T10:00:00Z 2027-09-26T12:30:00Z',
    'elsewhere 2027-09-26T12:30:00Z 2027-09-26T13:00:00Z',
    'fourth 2027-09-26T14:00:00Z 2027-09-26T15:00:00Z',
  ]);
});

it('leaves apart what may be anywhere', () => {
  expect(pieces(on('one', null, '10:00', '11:00'), on('two', null, '11:00', '12:00'))).toHaveLength(2);
});
