import type { PersonPart } from './members/person-part.js';

/** What each feature holds of people, in the order in which a person is forgotten. */
export const personParts: readonly PersonPart[] = [];
