import { Temporal } from 'temporal-polyfill';
import type { Network } from '#checks';

/** Something that is counted when somebody asks, and how often is fine. */
export interface AskingLimit {
  readonly of: readonly string[];
  readonly span: Temporal.Duration;
  readonly most: number;
}

const quarter = Temporal.Duration.from({ minutes: 15 });
const hour = Temporal.Duration.from({ hours: 1 });

/**
 * Beyond these nobody may ask from the network for a while. Asks that end in a sign-in are given back, so that an office
 * or a conference behind one address does not run into it.
 */
export function networkLimits({ site, range }: Network): readonly AskingLimit[] {
  const ofSite = { of: ['asks', site], span: quarter, most: 30 };
  return range === null ? [ofSite] : [ofSite, { of: ['asks', range], span: quarter, most: 300 }];
}

/** For a browser that has signed in to the address before, whoever else asks from wherever: enough for a person. */
export const knownBrowserLimit = (address: string): AskingLimit => ({
  of: ['known browser', address],
  span: quarter,
  most: 10,
});

/** What one network may ask for one address; later asks are answered in the same way and send nothing. */
export const pairLimit = (address: string, { site }: Network): AskingLimit => ({
  of: ['mails', address, site],
  span: quarter,
  most: 5,
});

/** How many mails an address gets before {@link sparingLimit} applies. */
export const addressLimit = (address: string): AskingLimit => ({
  of: ['mails', address],
  span: hour,
  most: 20,
});

/**
 * Beyond {@link addressLimit} each network can still bring about one mail, so that somebody who asks for another's address
 * all day, from many networks, cannot keep the owner from asking at their own.
 */
export const sparingLimit = (address: string, { site }: Network): AskingLimit => ({
  of: ['sparing', address, site],
  span: hour,
  most: 1,
});
