import { startSystem, type System } from '#launcher';
import { heaviestPage, weightOf } from '../../browser/page-weight.js';
import { at, sample, sampleCalendar, today } from './sample-calendar.js';
import { seed } from './seed.js';

describe('the weight of public pages', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem({ apps: ['events-calendar', 'shell'] });
    // A full page of the list, a full month, and more series and tags than are offered.
    const many = Array.from({ length: 120 }, (_, index) =>
      sample({
        title: `Workshop ${index}: embedding social value in council activities, part ${index}`,
        kind: 'workshop',
        when: at(index % 28),
        place: { name: `Town hall ${index}`, address: null, coordinates: null },
        series: `series-number-${index}`,
        tags: [`first tag ${index}`, `second tag ${index}`],
      }),
    );
    await seed(system.databaseUrl('events-calendar'), [...sampleCalendar(), ...many]);
  });
  afterAll(() => system.stop());

  it.each([
    '/',
    '/calendar',
    '/calendar?kind=workshop&page=2',
    '/calendar/archive',
    '/calendar/archive/2019',
    `/calendar/months/${today().toPlainYearMonth().toString()}`,
    '/calendar/events/annual-conference',
    '/calendar/events/officer-call',
    '/calendar/events/long',
    '/calendar/subscribe',
    '/calendar/subscribe?kind=meeting&series=officer-calls',
  ])('%s is under 60 KB in all', async (path) => {
    expect(await weightOf(system.urls['shell'] ?? '', path)).toBeLessThan(heaviestPage);
  });
});
