import { z } from 'zod';
import type { Contract } from './contract.js';

/**
 * Asks apps that tell of what is to come (who is at a conference, who has a shift) to tell it once more, to the asker alone: all
 * that the asker gets of theirs and that is not over yet, as it is now. What was told before, or comes at the same time, is told
 * apart by its version.
 */
export const retellingRequested = z.object({});

const retelling = {
  title: 'What is to come asked for',
  payload: retellingRequested,
  about: 'replay',
} as const;

/** What apps ask each other for that keep where people are to be; each is asked by those that get its messages. */
export const retellingMessages = {
  'events-calendar.retelling-requested.v1': {
    producer: 'events-calendar',
    consumers: ['conference-registration', 'exhibition-stands', 'study-visits'],
    ...retelling,
  },
  'conference-registration.retelling-requested.v1': {
    producer: 'conference-registration',
    consumers: ['exhibition-stands', 'study-visits'],
    ...retelling,
  },
  'exhibition-stands.retelling-requested.v1': {
    producer: 'exhibition-stands',
    consumers: ['conference-registration', 'study-visits'],
    ...retelling,
  },
  'study-visits.retelling-requested.v1': {
    producer: 'study-visits',
    consumers: ['conference-registration', 'exhibition-stands'],
    ...retelling,
  },
} as const satisfies Record<`${string}.retelling-requested.v1`, Contract>;
