import type { ExhibitionStatus } from '../domain/exhibition.js';

/** Where staff can take an exhibition. */
export type StepTo = Extract<ExhibitionStatus, 'published' | 'cancelled'>;

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
  published: {
    verb: 'Publish the exhibition',
    question: (title) => `Publish “${title}”?`,
    effects: [
      'Everybody can read of it on its page, and it stands in the events calendar.',
      'Its address stays as it is from now on, and it cannot become a draft again.',
      'The team, the rota, tasks and costs stay with staff.',
    ],
  },
  cancelled: {
    verb: 'Cancel the exhibition',
    question: (title) => `Cancel “${title}”?`,
    effects: [
      'There will be no stand. Its page and the events calendar say so, with your reason; this cannot be undone.',
      'Whoever has a shift by the published rota has a mail that it does not take place.',
    ],
  },
};
