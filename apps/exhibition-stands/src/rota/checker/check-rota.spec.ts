import type { RotaRule } from '../domain/answer.js';
import type { RotaProblem } from '../domain/problem.js';
import { usualRules, usualWeights } from '../domain/problem.js';
import { at, samplePerson, sampleProblem, sampleSlot } from '../testing/sample-problem.js';
import { checkRota } from './check-rota.js';

const ann = samplePerson('ann');
const nine = sampleSlot(27, 9);
const annAt = (...slots: readonly string[]) => slots.map((slot) => ({ person: 'ann', slot }));
const rulesOf = (problem: Partial<RotaProblem>, assignments: readonly { person: string; slot: string }[]) =>
  checkRota(sampleProblem({ people: [ann], ...problem }), assignments).violations.map(({ rule }) => rule);

describe('the checker', () => {
  it('finds nothing in a rota that keeps the rules', () => {
    expect(rulesOf({ slots: [nine, sampleSlot(27, 10)] }, annAt('27-9', '27-10'))).toEqual([]);
  });

  it.each<[RotaRule, Partial<RotaProblem>, readonly { person: string; slot: string }[]]>([
    ['unknown', { slots: [nine] }, annAt('elsewhere')],
    ['unknown', { slots: [nine] }, annAt('27-9', '27-9')],
    ['forbidden', { slots: [nine], forbidden: annAt('27-9') }, annAt('27-9')],
    ['unavailable', { slots: [sampleSlot(29, 9)] }, annAt('29-9')],
    [
      'unavailable',
      {
        slots: [nine],
        people: [
          samplePerson('ann', {
            available: [
              { from: at(27, 8), until: '2026-09-27T09:20:00+01:00' },
              { from: '2026-09-27T09:21:00+01:00', until: at(27, 12) },
            ],
          }),
        ],
      },
      annAt('27-9'),
    ],
    [
      'busy',
      {
        slots: [nine],
        people: [samplePerson('ann', { busy: [{ from: at(27, 10), until: at(27, 11), walk: 1 }] })],
      },
      annAt('27-9'),
    ],
    [
      'no-pass',
      { slots: [nine], people: [samplePerson('ann', { passDays: ['2026-09-28'] })] },
      annAt('27-9'),
    ],
    ['overlap', { slots: [nine, { ...nine, id: 'second', stand: 'other' }] }, annAt('27-9', 'second')],
    [
      'hours-a-day',
      { slots: [nine, sampleSlot(27, 12)], people: [samplePerson('ann', { maxMinutesPerDay: 119 })] },
      annAt('27-9', '27-12'),
    ],
    [
      'hours-a-day',
      { slots: [nine, sampleSlot(27, 12)], rules: { ...usualRules, maxMinutesPerDay: 119 } },
      annAt('27-9', '27-12'),
    ],
    ['in-a-row', { slots: [9, 10, 11].map((hour) => sampleSlot(27, hour)) }, annAt('27-9', '27-10', '27-11')],
    ['rest', { slots: [sampleSlot(27, 21), sampleSlot(28, 8)] }, annAt('27-21', '28-8')],
    [
      'pass-days',
      { slots: [nine, sampleSlot(28, 12)], people: [samplePerson('ann', { mostDays: 1 })] },
      annAt('27-9', '28-12'),
    ],
    [
      'passes-a-day',
      { slots: [nine], rules: { ...usualRules, passesPerDay: { '2026-09-27': 0 } } },
      annAt('27-9'),
    ],
    ['cover', { slots: [{ ...nine, need: 0 }] }, annAt('27-9')],
    ['lead', { slots: [{ ...nine, leads: 1 }] }, annAt('27-9')],
    ['skill', { slots: [{ ...nine, skills: ['bsl'] }] }, annAt('27-9')],
    ['first-timer', { slots: [nine], people: [samplePerson('ann', { experienced: false })] }, annAt('27-9')],
    ['pin', { slots: [nine], pinned: annAt('27-9') }, []],
    ['past', { slots: [nine], settledBefore: at(27, 10) }, annAt('27-9')],
    ['past', { slots: [nine], settledBefore: at(27, 10), published: annAt('27-9') }, []],
  ])('finds %s', (rule, problem, assignments) => {
    expect(rulesOf(problem, assignments)).toEqual([rule]);
  });

  it.each<[string, Partial<RotaProblem>, readonly { person: string; slot: string }[]]>([
    [
      'as much rest as is asked for',
      { slots: [sampleSlot(27, 21), sampleSlot(28, 9)] },
      annAt('27-21', '28-9'),
    ],
    [
      'as many minutes in a day as the rules allow',
      { slots: [nine, sampleSlot(27, 12)], rules: { ...usualRules, maxMinutesPerDay: 120 } },
      annAt('27-9', '27-12'),
    ],
    [
      'as many as they allow themselves',
      { slots: [nine, sampleSlot(27, 12)], people: [samplePerson('ann', { maxMinutesPerDay: 120 })] },
      annAt('27-9', '27-12'),
    ],
    [
      'a row that a break of its least length ends',
      {
        slots: [nine, sampleSlot(27, 10), sampleSlot(27, 12)],
        rules: { ...usualRules, breakMinutes: 60 },
      },
      annAt('27-9', '27-10', '27-12'),
    ],
    [
      'being back from elsewhere as the shift begins',
      {
        slots: [nine],
        people: [
          samplePerson('ann', {
            busy: [
              { from: at(27, 7), until: at(27, 8), walk: 60 },
              { from: at(27, 11), until: at(27, 12), walk: 60 },
            ],
          }),
        ],
      },
      annAt('27-9'),
    ],
    [
      'stretches of time that touch',
      {
        slots: [{ ...nine, until: at(27, 11) }],
        people: [
          samplePerson('ann', {
            available: [
              { from: at(27, 10), until: at(27, 11) },
              { from: at(27, 9), until: at(27, 10) },
            ],
          }),
        ],
      },
      annAt('27-9'),
    ],
    [
      'the last pass of a day',
      { slots: [nine], rules: { ...usualRules, passesPerDay: { '2026-09-27': 1 } } },
      annAt('27-9'),
    ],
    [
      'the last day of a pass',
      { slots: [nine], people: [samplePerson('ann', { mostDays: 1 })] },
      annAt('27-9'),
    ],
    [
      'as many first-timers as experienced people',
      { slots: [{ ...nine, need: 2 }], people: [ann, samplePerson('ben', { experienced: false })] },
      [...annAt('27-9'), { person: 'ben', slot: '27-9' }],
    ],
    ['an open place kept for a lead', { slots: [{ ...nine, need: 2, leads: 1 }] }, annAt('27-9')],
    ['an open place kept for a skill', { slots: [{ ...nine, need: 2, skills: ['bsl'] }] }, annAt('27-9')],
    [
      'passes that were too many before anything could be changed',
      {
        slots: [nine],
        rules: { ...usualRules, passesPerDay: { '2026-09-27': 0 } },
        settledBefore: at(27, 10),
        published: annAt('27-9'),
      },
      annAt('27-9'),
    ],
  ])('lets through %s', (_what, problem, assignments) => {
    expect(rulesOf(problem, assignments)).toEqual([]);
  });

  it('counts the way of the rules where somebody says nothing of theirs', () => {
    const busy = [{ from: at(27, 10), until: at(27, 11) }];
    const people = [samplePerson('ann', { busy })];
    const byWay = (walkingMinutes: number) =>
      rulesOf({ slots: [nine], people, rules: { ...usualRules, walkingMinutes } }, annAt('27-9'));
    expect([byWay(0), byWay(1)]).toEqual([[], ['busy']]);
  });

  it('does not judge what is past, but what is added to it', () => {
    const slots = [9, 10, 11].map((hour) => sampleSlot(27, hour));
    const told = annAt('27-9', '27-10', '27-11');
    expect(rulesOf({ slots, published: told, settledBefore: at(27, 12) }, told)).toEqual([]);
    expect(rulesOf({ slots, published: told, settledBefore: at(27, 11) }, told)).toEqual(['in-a-row']);
  });

  it('counts what a rota costs', () => {
    const preferring = samplePerson('ann', {
      available: [
        { from: at(27, 8), until: at(27, 22) },
        { from: at(27, 20), until: at(27, 21), preferred: true },
      ],
    });
    const problem = sampleProblem({
      people: [preferring, samplePerson('ben')],
      slots: [nine, sampleSlot(27, 13)],
      weights: { ...usualWeights, preference: 3 },
      published: [{ person: 'ben', slot: '27-9' }],
    });
    expect(checkRota(problem, annAt('27-9')).parts).toEqual({
      short: 1000,
      fairness: 4,
      preference: 3,
      days: 2,
      change: 40,
    });
  });

  it('compares hours with what people wish', () => {
    const people = [samplePerson('ann', { wishedMinutes: 120 }), samplePerson('ben', { wishedMinutes: 0 })];
    const problem = sampleProblem({ people, slots: [nine, sampleSlot(27, 13)] });
    expect(checkRota(problem, annAt('27-9', '27-13')).parts.fairness).toBe(0);
  });
});
