import { startSystem, type System } from '#launcher';
import { Temporal } from 'temporal-polyfill';
import {
  allDaySample,
  monthSample,
  timedSample,
} from '../../../apps/events-calendar/src/events/domain/testing/samples.js';
import { attribute, readPage, textOf, type ReadPage } from './pages.js';
import { sample, today } from './sample-calendar.js';
import { seed } from './seed.js';

describe('the month', () => {
  let system: System;
  const open = (path: string): Promise<ReadPage> => readPage(`${system.urls['events-calendar']}${path}`);

  beforeAll(async () => {
    system = await startSystem({ apps: ['events-calendar'] });
    await seed(system.databaseUrl('events-calendar'), [
      sample({ title: 'Stand', when: allDaySample('2026-06-29', '2026-07-02') }),
      sample({
        title: 'Late in Rome',
        when: timedSample('2026-07-01T00:30', '2026-07-01T01:30', 'Europe/Rome'),
      }),
      sample({
        title: 'Off',
        when: timedSample('2026-06-10T10:00', '2026-06-10T11:00'),
        status: 'cancelled',
        statusReason: 'Ill',
      }),
      sample({ title: 'Some day', when: monthSample('2026-06') }),
      sample({ title: 'Now', when: allDaySample(today().toString()) }),
    ]);
  });
  afterAll(() => system.stop());

  /** The words of each day's cell that has any. */
  const days = (page: ReadPage) =>
    page
      .all('td')
      .map((cell) => textOf(cell).replaceAll(/\s+/g, ' ').trim())
      .filter((words) => words.length > 'Wednesday 30 September'.length || /[A-Z].*[A-Z].*[A-Z]/.test(words));

  it('shows what lasts several days on each, what is off in words, and what has no day yet above', async () => {
    const june = await open('/calendar/months/2026-06');
    expect(days(june)).toEqual([
      'Wednesday 10 JuneCancelled: 10am Off',
      'Monday 29 JuneStand (day 1 of 4)',
      'Tuesday 30 JuneStand (day 2 of 4)',
    ]);
    expect(june.headings).toEqual(['1 June 2026', '2 June 2026, date to be fixed', '3 Some day']);
    const july = await open('/calendar/months/2026-07');
    expect(days(july)).toEqual([
      'Wednesday 1 JulyStand (day 3 of 4)12.30am Late in Rome',
      'Thursday 2 JulyStand (day 4 of 4)',
    ]);
  });

  it('marks today, and leads to the months before and after and back to this one', async () => {
    const now = today().toPlainYearMonth();
    const page = await open(`/calendar/months/${now.toString()}`);
    const marked = page
      .all('td')
      .filter((cell) => attribute(cell, 'class')?.includes('cn-month__day--today'));
    expect(marked).toHaveLength(1);
    expect(marked.map(textOf).join('')).toMatch(new RegExp(`\\b${today().day} .*Today.*Now`));
    expect(page.hrefs('This month')).toEqual([]);
    const next = await open(`/calendar/months/${now.add({ months: 1 }).toString()}`);
    expect(next.hrefs('This month')).toEqual([`/calendar/months/${now.toString()}`]);
    expect(next.hrefs(/^← /)).toEqual([`/calendar/months/${now.toString()}`]);
    expect(next.hrefs(/ →$/)).toEqual([`/calendar/months/${now.add({ months: 2 }).toString()}`]);
  });

  it('ends with the years that the calendar keeps, and keeps far months out of search engines', async () => {
    const first = await open('/calendar/months/1990-01');
    expect(first.hrefs(/^← /)).toEqual([]);
    expect(first.meta('robots')).toBe('noindex');
    expect((await open('/calendar/months/2100-12')).hrefs(/ →$/)).toEqual([]);
    expect(
      (await open(`/calendar/months/${today().toPlainYearMonth().toString()}`)).meta('robots'),
    ).toBeUndefined();
    for (const month of ['1989-12', '2101-01', '2026-13', '2026-6', 'next']) {
      expect((await open(`/calendar/months/${month}`)).status).toBe(404);
    }
  });

  it('keeps its filter on the way to other months', async () => {
    const page = await open('/calendar/months/2026-06?q=stand');
    expect(days(page)).toHaveLength(2);
    const july = Temporal.PlainYearMonth.from('2026-07');
    expect(page.hrefs(/ →$/)).toEqual([`/calendar/months/${july.toString()}?q=stand`]);
    expect((await open('/calendar/months/2026-06?q=zeppelin')).text).toContain(
      'Nothing in June 2026 matches',
    );
  });
});
