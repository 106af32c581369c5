import type { RotaRule } from './answer.js';

/** Each hard rule as its name on the board. */
export const ruleNames: Readonly<Record<RotaRule, string>> = {
  past: 'Already past',
  forbidden: 'Ruled out by staff',
  unavailable: 'Not available',
  busy: 'Busy elsewhere',
  'no-pass': 'No pass for the day',
  overlap: 'Two shifts at once',
  twice: 'Two shifts at once by two entries',
  'hours-a-day': 'Too many hours in a day',
  'in-a-row': 'Too many shifts in a row',
  rest: 'Too little rest between days',
  'pass-days': 'More days than their pass allows',
  'passes-a-day': 'No passes left for the day',
  cover: 'Shift already full',
  lead: 'Place kept for a lead',
  skill: 'Place kept for a skill',
  'first-timer': 'Nobody experienced beside a first-timer',
  pin: 'Pinned, but not on the rota',
  unknown: 'Not known, or there twice',
};

/** Why one person cannot cover a shift: what follows their name. */
export const whyNotWords: Readonly<Record<RotaRule, string>> = {
  past: 'cannot be added, as the shift has started',
  forbidden: 'is not to do this shift, staff decided',
  unavailable: 'is not available for all of it',
  busy: 'has to be somewhere else, or is on the way from there',
  'no-pass': 'has no pass for that day',
  overlap: 'is on another shift at that time',
  twice: 'is in the team twice, and is on a shift at that time, or on the way from it, by the other entry',
  'hours-a-day': 'would be on the stand for too many hours that day',
  'in-a-row': 'would have too many shifts in a row',
  rest: 'would not have enough rest between two days',
  'pass-days': 'is already there on as many days as their pass allows',
  'passes-a-day': 'cannot come, as all passes for that day are taken',
  cover: 'is not needed, as the shift is full',
  lead: 'does not lead, and the place is kept for a lead',
  skill: 'does not have the skill that the place is kept for',
  'first-timer': 'is there for the first time, and nobody experienced is free to be beside them',
  pin: 'is pinned to it',
  unknown: 'is not known here',
};

/** What follows the name of somebody whom no rule keeps out of a shift that is short. */
export const couldCover = 'could do it, but it would cost more elsewhere than it gains';
