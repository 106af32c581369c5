import type { HostKind } from './domain/host.js';

/** What a host does, as staff choose it. */
export const hostKindWords: Readonly<Record<HostKind, string>> = {
  'social-care': 'Social care',
  transport: 'Transport',
  food: 'Food and farming',
  bank: 'Banking and finance',
  industry: 'Industry and crafts',
  university: 'University or research',
  council: 'Council or public body',
  federation: 'Federation of co-operatives',
  other: 'Something else',
};
