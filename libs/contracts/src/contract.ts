import type { z } from 'zod';
import type { AppName } from './app-name.js';

/** What is agreed of one type of message. */
export interface Contract {
  /** The type in plain words, for staff: "Person changed". */
  readonly title: string;
  /** The only app that sends it. */
  readonly producer: AppName;
  /** Every app that gets a copy; each has a handler for it. Empty while no app needs it. */
  readonly consumers: readonly AppName[];
  readonly payload: z.ZodType;
  /** What the message's aggregate is: the thing whose id and version it carries. */
  readonly about:
    | 'organisation'
    | 'person'
    | 'sign-in'
    | 'mail'
    | 'mailing'
    | 'event'
    | 'conference'
    | 'booking'
    | 'delegate'
    | 'exhibition'
    | 'shift'
    | 'stand event'
    | 'visit'
    | 'traveller'
    | 'visit charge'
    | 'erasure'
    | 'replay';
}
