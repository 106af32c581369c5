import type { VisitStatus } from '../domain/visit.js';

/** Where staff can take a visit. */
export type StepTo = Extract<VisitStatus, 'announced' | 'confirmed' | 'cancelled'>;

/** A step as its link and its page put it. */
export interface StepWords {
  /** What the link and the button do. */
  readonly verb: string;
  /** The page's heading. */
  readonly question: (title: string) => string;
  /** What it means to people, in whole sentences. */
  readonly effects: readonly string[];
}

export const stepWords: Readonly<Record<StepTo, StepWords>> = {
  announced: {
    verb: 'Announce the visit',
    question: (title) => `Announce “${title}”?`,
    effects: [
      'Everybody can read of it on its page, and it stands in the events calendar.',
      'People can apply from the moment at which applications open.',
      'Its address stays as it is from now on, and it cannot become a draft again.',
      'Budget, risks and documents stay with staff, but for documents that you share.',
    ],
  },
  confirmed: {
    verb: 'Confirm the visit',
    question: (title) => `Confirm that “${title}” takes place?`,
    effects: [
      'Its page and the events calendar say that it takes place.',
      'Travellers count on it: they ask for leave, and buy what they need.',
    ],
  },
  cancelled: {
    verb: 'Cancel the visit',
    question: (title) => `Cancel “${title}”?`,
    effects: [
      'It does not take place. Its page and the events calendar say so, with your reason; this cannot be undone.',
      'Nobody can apply any more, and the calendars of those who travel are told that they do not.',
      'Whoever travels, is offered a place, has applied or was asked for a reference has a mail with your reason.',
      'All that travellers were invoiced is credited in full, whatever the rules for whoever withdraws; give back what was paid.',
      'The sheets of hosts, interpreters and drivers lead nowhere any more: ring them.',
    ],
  },
};

/** The step that an address names. */
export const isStep = (name: string): name is StepTo => Object.hasOwn(stepWords, name);
