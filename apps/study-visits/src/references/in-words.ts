import type { ReferenceStatus } from './domain/reference.js';

/** What an applicant, and everybody, is told of a reference: never what it says. */
export const referenceWords: Readonly<Record<ReferenceStatus, string>> = {
  asked: 'asked, no answer yet',
  given: 'given',
  declined: 'cannot give one',
};
