import type { AlternateLink } from '#ui';
import { feedName } from '../../feeds/domain/feed-name.js';
import type { Filter } from '../domain/filter.js';
import { feedPath } from '../../subscribing/domain/feed-path.js';

/** The feed of what a list shows, for programs that look for one on the page. */
export const feedAlternate = (filter: Filter): AlternateLink => ({
  href: feedPath(filter),
  type: 'text/calendar',
  title: feedName(filter),
});
