import { everything } from '../../listing/domain/filter.js';
import { eventFilePath, feedPath } from './feed-path.js';

describe('feedPath', () => {
  it.each([
    [everything, '/calendar/feeds/all.ics'],
    [{ ...everything, series: 'officer-calls' }, '/calendar/feeds/series/officer-calls.ics'],
    [
      { ...everything, series: 'officer-calls', tag: 'net zero' },
      '/calendar/feeds/filtered.ics?series=officer-calls&tag=net+zero',
    ],
    [
      { ...everything, kinds: ['meeting' as const, 'launch' as const] },
      '/calendar/feeds/filtered.ics?kind=meeting&kind=launch',
    ],
  ])('%j → %s', (filter, path) => {
    expect(feedPath(filter)).toBe(path);
  });

  it('names the file of one event', () => {
    expect(eventFilePath('2027-annual-conference')).toBe('/calendar/feeds/events/2027-annual-conference.ics');
  });
});
