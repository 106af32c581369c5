import { numberedSlug } from './slugs.js';

it('finds a name that is free', () => {
  const taken = new Set(['annual-conference-2027', 'annual-conference-2027-2']);
  expect(numberedSlug('annual-conference-2027', (slug) => taken.has(slug))).toBe('annual-conference-2027-3');
  expect(numberedSlug('annual-conference-2028', (slug) => taken.has(slug))).toBe('annual-conference-2028');
});
