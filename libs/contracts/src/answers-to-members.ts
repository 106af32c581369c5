import { z } from 'zod';
import type { Contract } from './contract.js';

/** Asks members to send all it has of these once more, to the asker alone. */
export const replayRequested = z.object({
  what: z.array(z.enum(['organisations', 'people'])).min(1),
});

/** An app has forgotten a person. */
export const personErasureDone = z.object({
  erasureId: z.uuid(),
  personId: z.uuid(),
  /** What was done, in words for the erasure's record: "3 feeds removed, 2 names replaced". */
  did: z.string(),
});

const erasureDone = {
  title: 'Person forgotten',
  consumers: ['members'],
  payload: personErasureDone,
  about: 'erasure',
} as const;

/** What other apps send to `members`. */
export const answersToMembers = {
  'events-calendar.replay-requested.v1': {
    title: 'Copy of the members’ data asked for',
    producer: 'events-calendar',
    consumers: ['members'],
    payload: replayRequested,
    about: 'replay',
  },
  'conference-registration.replay-requested.v1': {
    title: 'Copy of the members’ data asked for',
    producer: 'conference-registration',
    consumers: ['members'],
    payload: replayRequested,
    about: 'replay',
  },
  'exhibition-stands.replay-requested.v1': {
    title: 'Copy of the members’ data asked for',
    producer: 'exhibition-stands',
    consumers: ['members'],
    payload: replayRequested,
    about: 'replay',
  },
  'study-visits.replay-requested.v1': {
    title: 'Copy of the members’ data asked for',
    producer: 'study-visits',
    consumers: ['members'],
    payload: replayRequested,
    about: 'replay',
  },
  'mailer.replay-requested.v1': {
    title: 'Copy of the members’ data asked for',
    producer: 'mailer',
    consumers: ['members'],
    payload: replayRequested,
    about: 'replay',
  },
  'events-calendar.person-erasure-done.v1': { producer: 'events-calendar', ...erasureDone },
  'conference-registration.person-erasure-done.v1': {
    producer: 'conference-registration',
    ...erasureDone,
  },
  'exhibition-stands.person-erasure-done.v1': { producer: 'exhibition-stands', ...erasureDone },
  'study-visits.person-erasure-done.v1': { producer: 'study-visits', ...erasureDone },
  'mailer.person-erasure-done.v1': { producer: 'mailer', ...erasureDone },
} as const satisfies Record<`${string}.${string}.v${number}`, Contract>;
