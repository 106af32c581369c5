import type { ChangeNotices, Generations } from '#platform';
import type { ChromeClient } from '../chrome/chrome-client.js';

/** Pages tell what is over and what is next, so none is used for longer than this, in milliseconds. */
const pageLife = 60_000;

/**
 * What a service's public answers are made from. `page`: the data, the chrome around it and the time of day. All others
 * (feeds): the data alone, so that their bytes never depend on the clock.
 */
export function generationsOf(
  notices: Pick<ChangeNotices, 'version'>,
  chrome: Pick<ChromeClient, 'current'>,
  now: () => number = Date.now,
): Generations {
  return (kind) => {
    const data = notices.version();
    if (data === null) return null;
    return kind === 'page'
      ? `${data}.${chrome.current().version}.${Math.floor(now() / pageLife)}`
      : String(data);
  };
}
