import type { ChangeNotices, Generations } from '#platform';
import type { ChromeClient } from '#ui';

/** Pages tell what is over and what is next, so none is used for longer than this, in milliseconds. */
const pageLife = 60_000;

/**
 * What public answers are made from. Feeds: the data alone, so that their bytes never depend on the clock. Pages: the
 * data, the chrome around them and the time of day.
 */
export function calendarGenerations(
  notices: Pick<ChangeNotices, 'version'>,
  chrome: Pick<ChromeClient, 'current'>,
  now: () => number = Date.now,
): Generations {
  return (kind) => {
    const data = notices.version();
    if (data === null) return null;
    return kind === 'feed'
      ? String(data)
      : `${data}.${chrome.current().version}.${Math.floor(now() / pageLife)}`;
  };
}
