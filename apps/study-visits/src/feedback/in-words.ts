import type { RatedQuestion, Recommends } from './domain/feedback.js';

export const questionWords: Readonly<Record<RatedQuestion, string>> = {
  overall: 'How was it, all in all?',
  programme: 'What we saw, and whom we met',
  organisation: 'How it was planned and led',
  journey: 'Travel, rooms and meals',
};

export const recommendQuestion = 'Would you tell a colleague to go on such a visit?';
export const bestQuestion = 'What was worth most to you?';
export const toChangeQuestion = 'What should we do differently next time?';

export const ratingWords = ['Very poor', 'Poor', 'All right', 'Good', 'Very good'] as const;

export const recommendWords: Readonly<Record<Recommends, string>> = {
  yes: 'Yes',
  maybe: 'Perhaps',
  no: 'No',
};
