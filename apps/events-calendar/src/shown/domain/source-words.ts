import type { ThingSource } from './shown-thing.js';

interface Words {
  /** Where it is changed: "conference registration". */
  readonly service: string;
  /** What it is: "conference". */
  readonly thing: string;
  /** Who changes the calendar then, as histories have it. */
  readonly actor: string;
  /** Of the problem that tells a program so. */
  readonly code: string;
}

const stands = { service: 'the stands', actor: 'Stands', code: 'comes-from-stands' };

/** How the calendar speaks of what other services tell of. */
export const sourceWords: Readonly<Record<ThingSource, Words>> = {
  conference: {
    service: 'conference registration',
    thing: 'conference',
    actor: 'Conference registration',
    code: 'comes-from-conference',
  },
  exhibition: { ...stands, thing: 'exhibition' },
  'stand event': { ...stands, thing: 'event on the stand' },
  visit: {
    service: 'the study visits',
    thing: 'study visit',
    actor: 'Study visits',
    code: 'comes-from-visits',
  },
};
