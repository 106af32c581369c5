import type { RotaPerson, RotaProblem, RotaSlot } from '../domain/problem.js';
import { usualRules, usualWeights } from '../domain/problem.js';

/** An hour of a day of the Labour Party's conference: `at(27, 9)` is nine in the morning of 27 September. */
export const at = (day: number, hour: number): string =>
  `2026-09-${day}T${String(hour).padStart(2, '0')}:00:00+01:00`;

/** Somebody experienced who can come on 27 and 28 September from eight to ten in the evening. */
export const samplePerson = (id: string, about: Partial<RotaPerson> = {}): RotaPerson => ({
  id,
  experienced: true,
  skills: [],
  available: [27, 28].map((day) => ({ from: at(day, 8), until: at(day, 22) })),
  busy: [],
  passDays: null,
  ...about,
});

/** An hour at one stand that one person is needed for. */
export const sampleSlot = (day: number, hour: number, about: Partial<RotaSlot> = {}): RotaSlot => ({
  id: `${day}-${hour}`,
  stand: 'labour',
  day: `2026-09-${day}`,
  from: at(day, hour),
  until: at(day, hour + 1),
  need: 1,
  leads: 0,
  skills: [],
  ...about,
});

/** A problem by the usual rules and weights, with nothing decided yet. */
export const sampleProblem = (about: Partial<RotaProblem>): RotaProblem => ({
  people: [],
  slots: [],
  rules: usualRules,
  weights: usualWeights,
  pinned: [],
  forbidden: [],
  published: null,
  settledBefore: null,
  ...about,
});
