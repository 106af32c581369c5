/** What a person's own feed is called in their calendar; the same for all, so that it tells nobody whose it is. */
export const personalFeedName = 'My network events';
