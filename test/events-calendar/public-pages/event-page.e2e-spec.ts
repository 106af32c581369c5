import { startSystem, type System } from '#launcher';
import { startIdentity, type Person, type TestIdentity } from '../signed-in.js';
import { attribute, readPage, textOf, type ReadPage } from './pages.js';
import { attack, longTitle, sampleCalendar, today } from './sample-calendar.js';
import { seed } from './seed.js';

const member: Person = { roles: ['person'] };
const boardMember: Person = { roles: ['person', 'board'], boards: ['values-and-principles-board'] };
const staff: Person = { roles: ['person', 'staff'] };

describe('an event’s page', () => {
  let system: System;
  let identity: TestIdentity;

  beforeAll(async () => {
    identity = await startIdentity();
    system = await startSystem({ apps: ['events-calendar'], env: identity.env });
    await seed(system.databaseUrl('events-calendar'), sampleCalendar(), {
      'wealth-building': 'Community wealth building',
    });
  });
  afterAll(async () => {
    await system.stop();
    await identity.stop();
  });

  const open = async (path: string, person?: Person): Promise<ReadPage> =>
    readPage(
      `${system.urls['events-calendar']}/calendar/events/${path}`,
      person ? await identity.headers(person) : {},
    );

  /** The facts at the top by their names. */
  const facts = (page: ReadPage) =>
    Object.fromEntries(
      page.all('dt').map((term, index) => {
        const words = textOf(page.all('dd')[index] ?? term);
        return [textOf(term), words.replaceAll(/\s+/g, ' ').trim()];
      }),
    );

  const jsonLd = (page: ReadPage): Record<string, unknown>[] =>
    page
      .all('script')
      .filter((script) => attribute(script, 'type') === 'application/ld+json')
      .map((script) => JSON.parse(textOf(script)) as Record<string, unknown>);

  it('answers when, where, how to join and who it is for', async () => {
    const page = await open('annual-conference');
    expect(Object.keys(facts(page))).toEqual(['When', 'Where', 'How to join', 'Who it is for']);
    expect(facts(page)).toMatchObject({
      Where: expect.stringContaining('Rochdale Town Hall'),
      'How to join': 'In person',
      'Who it is for': 'Everyone',
    });
    expect(page.hrefs('See it on a map')).toEqual([
      'https://www.openstreetmap.org/?mlat=53.6156&mlon=-2.1594#map=17/53.6156/-2.1594',
    ]);
    expect(page.hrefs('conference@example.org')).toEqual(['mailto:conference@example.org']);
    expect(page.hrefs('01234 567890')).toEqual(['tel:01234567890']);
    expect(page.hrefs('net zero')).toEqual(['/calendar?tag=net+zero']);
    expect(page.headings).toEqual(
      expect.arrayContaining(['3 Two days of co-operation', '2 About this event']),
    );
  });

  it('searches the map where no coordinates are known, and takes 0 for a coordinate', async () => {
    expect((await open('stand')).hrefs('See it on a map')).toEqual([
      'https://www.openstreetmap.org/search?query=Bournemouth',
    ]);
    expect((await open('study-visit')).hrefs('See it on a map')).toEqual([
      'https://www.openstreetmap.org/?mlat=44.4939&mlon=0#map=17/44.4939/0',
    ]);
  });

  it('names the zone of an event that is told in another', async () => {
    expect(facts(await open('study-visit'))['When']).toMatch(/9am to 5pm, Rome time/);
  });

  it('shows the joining link to those whom it is for, and says to others who sees it', async () => {
    const everybody = await open('webinar-one');
    expect(everybody.hrefs(/calls\.example\.org/)).toEqual(['https://calls.example.org/webinar-one']);
    const visitor = await open('officer-call');
    expect(visitor.html).not.toContain('calls.example.org/officers');
    expect(facts(visitor)['How to join']).toBe('Online. The joining link is shown to members who sign in.');
    const signedIn = await open('officer-call', member);
    expect(signedIn.hrefs(/calls\.example\.org/)).toEqual(['https://calls.example.org/officers']);
    expect(signedIn.headers.get('cache-control')).toBe('private, no-cache');
    expect((await open('officer-call')).html).not.toContain('calls.example.org/officers');
  });

  it('says what is off at the top, why, and what replaces it', async () => {
    const cancelled = await open('regional-conference');
    expect(cancelled.title).toMatch(/^Cancelled: Regional conference/);
    expect(cancelled.meta('og:title')).toMatch(/^Cancelled: /);
    expect(
      cancelled.text.indexOf('Cancelled The venue has closed. Instead: Annual Conference and AGM'),
    ).toBeGreaterThan(0);
    expect(cancelled.text.indexOf('The venue has closed.')).toBeLessThan(
      cancelled.text.indexOf('Regional conference, Cardiff'),
    );
    expect(cancelled.hrefs('Annual Conference and AGM')).toEqual(['/calendar/events/annual-conference']);
    expect(cancelled.hrefs('Google')).toEqual([]);
    expect(jsonLd(cancelled)[0]).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
    const postponed = await open('summit');
    expect(postponed.text).toContain('Postponed A new date is being sought.');
    expect(Object.keys(facts(postponed))[0]).toBe('Was to be');
    expect(jsonLd(postponed)[0]).toMatchObject({ eventStatus: 'https://schema.org/EventPostponed' });
  });

  it('names what replaces an event only to those who may read that', async () => {
    const visitor = await open('past-cancelled');
    expect(visitor.text).toContain('Covid-19');
    expect(visitor.html).not.toMatch(/Instead|members-briefing|Briefing for members/);
    expect((await open('past-cancelled', member)).hrefs('Briefing for members')).toEqual([
      '/calendar/events/members-briefing',
    ]);
  });

  it('tells how an event repeats, and its next dates with what is different about each', async () => {
    const page = await open('officer-call');
    expect(facts(page)['Repeats']).toMatch(/^Every week on .*, 12 times$/);
    const day = (days: number) =>
      today()
        .add({ days })
        .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
        .replace(',', '');
    expect(page.text).toContain('Cancelled The officers are at the conference.');
    expect(page.text).toContain(`: Officer call: budgets (moved from ${day(16)}`);
    expect(page.text).toContain(`Not on ${day(23)}`);
    expect(page.text).toContain('And 3 more dates after these.');
  });

  it('has a page for each date, and none for dates that there are not', async () => {
    const original = (days: number) => `${today().add({ days }).toString()}T10:00`;
    const moved = await open(`officer-call?on=${original(16)}`);
    expect(moved.headings[0]).toBe('1 Officer call: budgets');
    expect(facts(moved)['When']).toMatch(/2pm to 3.30pm/);
    expect(facts(moved)['Where']).toContain('Preston');
    const off = await open(`officer-call?on=${encodeURIComponent(original(9))}`);
    expect(off.text).toContain('This date is cancelled The officers are at the conference.');
    expect(off.hrefs('See its other dates')).toEqual(['/calendar/events/officer-call']);
    expect(jsonLd(off)[0]).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
    for (const unknown of [original(23), original(3), '', 'x', '2026-02-30']) {
      expect((await open(`officer-call?on=${unknown}`)).status).toBe(404);
    }
    expect((await open(`annual-conference?on=${today().add({ days: 40 }).toString()}`)).status).toBe(404);
  });

  it('leads to every calendar', async () => {
    const page = await open('annual-conference');
    expect(page.hrefs('Google')[0]).toMatch(
      /^https:\/\/calendar\.google\.com\/calendar\/render\?action=TEMPLATE/,
    );
    expect(page.hrefs('Outlook.com')[0]).toMatch(/^https:\/\/outlook\.live\.com\//);
    expect(page.hrefs('Microsoft 365')[0]).toMatch(/^https:\/\/outlook\.office\.com\//);
    expect(page.hrefs('Download (.ics)')).toEqual(['/calendar/feeds/events/annual-conference.ics']);
    const file = await fetch(`${system.urls['events-calendar']}${page.hrefs('Apple')[0]}`);
    expect(await file.text()).toContain('SUMMARY:Annual Conference and AGM');
    const all = await open('officer-call');
    expect(all.hrefs('Apple')[0]).toMatch(/^webcal:.*officer-call\.ics$/);
    expect((await open('past-two')).hrefs('Google')).toEqual([]);
  });

  it('tells search engines and link previews of it, never the joining link of members', async () => {
    const page = await open('officer-call');
    const canonical = page.html.match(/<link rel="canonical" href="([^"]*)"/)?.[1] ?? '';
    expect(new URL(canonical).pathname).toBe('/calendar/events/officer-call');
    expect(page.meta('og:type')).toBe('article');
    expect(page.meta('og:url')).toBe(canonical);
    expect(jsonLd(page)).toEqual([
      expect.objectContaining({
        '@type': 'Event',
        name: 'Officer call',
        eventStatus: 'https://schema.org/EventScheduled',
        eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
        location: { '@type': 'VirtualLocation', url: canonical },
        startDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT10:00\+0[01]:00$/),
      }),
    ]);
    expect(JSON.stringify(jsonLd(await open('officer-call', member)))).not.toContain('calls.example.org');
    expect(jsonLd(await open('webinar-one'))[0]).toMatchObject({
      location: { url: 'https://calls.example.org/webinar-one' },
    });
    expect(jsonLd(await open('annual-conference'))[0]).toMatchObject({
      location: { '@type': 'Place', name: 'Rochdale Town Hall', geo: { latitude: 53.6156 } },
      organizer: { name: 'The conference team' },
    });
    expect(jsonLd(await open('board-meeting', boardMember))).toEqual([]);
  });

  it('lists the rest of its series, without what the reader may not see', async () => {
    const seen = async (person?: Person) =>
      (await open('webinar-one', person)).links
        .filter((link) => /^\/calendar\/events\/[^/]*(webinar|briefing|draft)[^/]*$/.test(link.href))
        .map((link) => link.text);
    expect(await seen()).toEqual(['Community wealth building: land and property']);
    expect(await seen(member)).toEqual([
      'Briefing for members',
      'Community wealth building: land and property',
    ]);
    expect(await seen(staff)).toEqual([
      'Briefing for members',
      'Community wealth building: land and property',
    ]);
  });

  it('shows staff where to edit, and drafts marked as such', async () => {
    expect((await open('annual-conference', staff)).hrefs('Edit this event')).toEqual([
      '/calendar/manage/events/annual-conference',
    ]);
    expect((await open('annual-conference', member)).hrefs('Edit this event')).toEqual([]);
    const draft = await open('draft', staff);
    expect(draft.text).toContain('Only staff can see this page.');
    expect(draft.meta('robots')).toBe('noindex');
  });

  it('is not there for those who may not read it, as if there were none', async () => {
    const absent = await open('no-such-event');
    expect(absent.status).toBe(404);
    const words = (page: ReadPage) => page.text.replaceAll(/[0-9a-f-]{36}/g, '');
    for (const [ref, person] of [
      ['members-briefing', undefined],
      ['board-meeting', undefined],
      ['board-meeting', member],
      ['dinner', undefined],
      ['dinner', boardMember],
      ['draft', undefined],
      ['draft', boardMember],
    ] as const) {
      const page = await open(ref, person);
      expect(page.status).toBe(404);
      expect(page.title).toBe(absent.title);
      if (person === undefined) expect(words(page)).toBe(words(absent));
    }
    for (const [ref, person] of [
      ['members-briefing', member],
      ['board-meeting', boardMember],
      ['dinner', staff],
    ] as const) {
      expect((await open(ref, person)).status).toBe(200);
    }
  });

  it('shows whatever people wrote as text', async () => {
    for (const path of [
      'attack',
      '../../calendar',
      '../../calendar?q=attack',
      '../months',
      '../fragments/upcoming',
      '../subscribe',
      '../events/attack?on=%3Cscript%3E',
    ]) {
      const page = await open(path);
      expect(page.html).not.toMatch(/<script>alert|<img src=x|href="javascript:/i);
    }
    const page = await open('attack');
    expect(page.text).toContain(`Description ${attack}`);
    expect(page.text).toContain(`Place ${attack}`);
    const attributes = page.elements.flatMap((element) => element.attrs.map(({ name }) => name));
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
    expect(jsonLd(page)[0]).toMatchObject({ name: `Attack ${attack}` });
  });

  it('bears a title of 900 characters', async () => {
    const page = await open('long');
    expect(page.headings[0]).toBe(`1 ${longTitle}`);
    expect(page.title.length).toBeLessThan(200);
    expect(page.meta('description')?.length).toBeLessThanOrEqual(200);
  });
});
