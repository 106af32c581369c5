import { notFound } from '#platform';
import { textIn, type SubmittedValues } from '#ui';
import type { WantedChange } from '../change-live.js';
import { liveWays, type LiveWay } from '../domain/live-change.js';

/** The controls, in the order of the page. */
export const liveNames = ['from', 'until', 'place', 'address', 'why', 'tellHosts'] as const;

/** What the preview hangs on: with anything else in these, it is shown anew before anything is sent. */
const previewed = ['from', 'until', 'place', 'address'] as const;

/** The same for the same form, to be sent along with what was shown. */
export const previewKey = (values: SubmittedValues): string =>
  JSON.stringify(previewed.map((name) => textIn(values, name)));

export const wantedOf = (way: LiveWay, values: SubmittedValues): WantedChange => ({
  way,
  from: textIn(values, 'from'),
  until: textIn(values, 'until'),
  place: textIn(values, 'place'),
  address: textIn(values, 'address'),
  why: textIn(values, 'why'),
  tellHosts: textIn(values, 'tellHosts') === 'yes',
});

/** @throws Problem 404 for a word that is no way to change anything */
export function wayOf(given: string): LiveWay {
  const way = liveWays.find((each) => each === given);
  if (way === undefined) throw notFound();
  return way;
}
