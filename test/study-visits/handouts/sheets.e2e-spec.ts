import { readPdf } from '../../../libs/pdf/src/testing/read-pdf.js';
import { secrets, told } from '../readiness/told.js';
import {
  careVisit,
  startHandouts,
  type HandoutsStage,
  type LinkJson,
  type PaperJson,
  type SaidJson,
  type SheetJson,
} from './handouts-stage.js';

describe('what hosts and interpreters are handed', () => {
  let stage: HandoutsStage;

  beforeAll(async () => {
    stage = await startHandouts();
  });
  afterAll(() => stage?.stop());

  const sheet = async (path: string) => (await stage.ask<SheetJson>('GET', path)).body;
  const linkTo = async (path: string) => (await stage.ask<LinkJson>('POST', `${path}/links`)).body;
  const secretOf = ({ path }: Pick<LinkJson, 'path'>) => path.split('/').at(-1) ?? '';
  const opened = (link: LinkJson, kind: 'host' | 'interpreter') =>
    stage.api<SaidJson>('GET', `/${kind}-links/${secretOf(link)}`, {});
  const pdf = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(stage.url + path, { headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const read = await readPdf(Buffer.from(await answer.arrayBuffer()));
    const lines = read.pages.flatMap(({ places }) => places.map(({ text }) => text));
    return { ...read, text: lines.join(' ').replaceAll(/\s+/g, ' ') };
  };
  const factOf = (paper: PaperJson, name: string) => paper.about.find((fact) => fact.name === name)?.value;

  it('a host reads what they host, who agreed to be named, and how many others come', async () => {
    const { ann, others, hostSheet, visit } = await stage.handed();
    const link = await linkTo(hostSheet);
    // A day after the visit to them ends at 11am in Spain.
    expect(link).toMatchObject({ endsAt: '2035-03-13T10:00:00Z', isOpen: true });
    expect(await linkTo(hostSheet)).toEqual(link);
    const shown = await fetch(stage.url + link.path);
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const html = await shown.text();
    const { body } = await opened(link, 'host');
    const { text, isMarked, language } = await pdf(`${link.path}/sheet.pdf`);
    expect([isMarked, language]).toEqual([true, 'en-GB']);
    for (const [name, said] of [
      ['page', html],
      ['api', JSON.stringify(body)],
      ['pdf', text],
    ] as const) {
      for (const part of [
        careVisit.title,
        careVisit.description,
        'Monday 12 March 2035',
        '9am to 11am',
        'Madrid time',
        'Ann Agreed',
        'Agreeing Council',
        '4 others',
        'Olive Office',
        '+44 7700 900111',
        '5 travellers',
        'Spanish',
        'Inés',
      ])
        expect([name, part, said.includes(part)]).toEqual([name, part, true]);
      for (const hidden of [
        ...others.map((other) => other.name),
        'Hidden Council',
        'the director is shy',
        'Secret to staff',
        'Expensive',
        ann.email ?? '',
        ann.id,
        visit.id,
      ])
        expect([name, hidden, said.includes(hidden)]).toEqual([name, hidden, false]);
    }
    expect(body.guests).toMatchObject({ named: [{ name: 'Ann Agreed', isNew: false }], left: 0 });
  });

  it('an interpreter reads where and for whom they interpret, and no name of a traveller', async () => {
    const { interpreterSheet, host, ann, visit } = await stage.handed();
    await stage.add(visit.id, { title: 'Not theirs', day: '2035-03-13' });
    await stage.ask('PUT', interpreterSheet, { notes: 'Mutualism: mutualismo' }, { 'if-match': '"0"' });
    const link = await linkTo(interpreterSheet);
    const html = await (await fetch(stage.url + link.path)).text();
    const { text, isMarked } = await pdf(`${link.path}/sheet.pdf`);
    expect(isMarked).toBe(true);
    for (const said of [html, text]) {
      for (const part of [careVisit.title, host.name, 'Kalea 1, Arrasate', 'Spanish, Basque', 'mutualismo'])
        expect(said).toContain(part);
      for (const hidden of [ann.name, 'Who agreed', 'Not theirs', host.email, 'Expensive', 'shy'])
        expect(said).not.toContain(hidden);
    }
    expect((await opened(link, 'interpreter')).body.guests).toBeNull();
  });

  it('whoever takes back that they may be named is named nowhere from then on, in no version', async () => {
    const { ann, hostSheet, others } = await stage.handed();
    const link = await linkTo(hostSheet);
    expect((await opened(link, 'host')).body.guests?.named).toHaveLength(1);
    await stage.agree(ann, { hosts: false });
    const [bo] = others;
    if (bo !== undefined) await stage.agree(bo, { hosts: true });
    const { body } = await opened(link, 'host');
    expect(body.paper.number).toBe(2);
    expect(body.guests).toMatchObject({ named: [{ name: 'Bo Refused', isNew: true }], left: 1 });
    const html = await (await fetch(stage.url + link.path)).text();
    const { text } = await pdf(`${link.path}/sheet.pdf`);
    for (const said of [JSON.stringify(body), html, text]) expect(said).not.toContain('Ann Agreed');
    const kept = await stage.query<{ text: string }>(
      'SELECT content::text AS text FROM papers WHERE kind = $1',
      ['host'],
    );
    expect(kept.length).toBeGreaterThan(1);
    for (const name of ['Ann Agreed', 'Bo Refused', 'Agreeing Council'])
      expect(kept.filter(({ text: said }) => said.includes(name))).toEqual([]);
  });

  it('tells of needs where staff say so, as figures, and not where a figure would be a name', async () => {
    const { ann, others, hostSheet } = await stage.handed();
    const tell = (who: { readonly secret: string }, item: 'dietary' | 'access', text: string) =>
      stage.api(
        'PUT',
        `/traveller-links/${who.secret}/readiness/${item}`,
        { 'if-match': '"0"', 'sec-fetch-site': 'same-origin' },
        { ...told[item], text },
      );
    await tell(ann, 'dietary', secrets.diet);
    await tell(ann, 'access', secrets.access);
    for (const other of others.slice(0, 2)) await tell(other, 'dietary', 'No pork');
    expect(factOf((await sheet(hostSheet)).paper, 'Food of their own')).toBeUndefined();
    await stage.ask('PUT', hostSheet, { showsNeeds: true }, { 'if-match': '"0"' });
    const { paper } = await sheet(hostSheet);
    expect(factOf(paper, 'Food of their own')).toBe('3 of 5 travellers');
    expect(factOf(paper, 'Access needs')).toBe('1 of 5 travellers');
    const link = await linkTo(hostSheet);
    const html = await (await fetch(stage.url + link.path)).text();
    expect(html).toContain('3 of 5 travellers');
    for (const hidden of [secrets.diet, secrets.access, 'No pork']) expect(html).not.toContain(hidden);
    // Nobody saw anything, so nobody has looked.
    expect(await stage.query('SELECT FROM sensitive_looks WHERE subject_id = $1', [ann.id])).toEqual([]);
    const [last] = others.toReversed();
    await stage.query(`UPDATE travellers SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1`, [
      last?.id,
    ]);
    const few = (await sheet(hostSheet)).paper;
    expect([factOf(few, 'Food of their own'), factOf(few, 'What they need')]).toEqual([
      undefined,
      'So few come that a figure would name somebody: ask whom to ring below.',
    ]);
  });

  it('a link ends a day after the last thing on it, when staff end it, and with the visit', async () => {
    const { visit, hostSheet, interpreterSheet, item, host } = await stage.handed();
    const link = await linkTo(hostSheet);
    const status = async (one: LinkJson) => [
      (await fetch(stage.url + one.path)).status,
      (await fetch(`${stage.url}${one.path}/sheet.pdf`)).status,
      (await opened(one, 'host')).status,
    ];
    expect(await status(link)).toEqual([200, 200, 200]);
    // What is on it took place a day and a second ago, then a day less a minute.
    const ended = (ago: string) =>
      stage.query(
        `UPDATE itinerary_items SET ends_at = now() - $2::interval, starts_at = now() - interval '3 days' WHERE id = $1`,
        [item.id, ago],
      );
    await ended('24 hours 1 second');
    expect(await status(link)).toEqual([404, 404, 404]);
    expect((await stage.ask<SheetJson>('POST', `${hostSheet}/links`)).body.code).toBe('sheet-over');
    expect((await stage.ask<SheetJson>('POST', `${hostSheet}/sending`, { to: host.email })).body.code).toBe(
      'sheet-over',
    );
    await ended('23 hours 59 minutes');
    expect(await status(link)).toEqual([200, 200, 200]);
    // Ended from elsewhere it does not end, from its own sheet it does, once and for all.
    expect((await stage.ask('DELETE', `${interpreterSheet}/links/${link.id}`)).status).toBe(404);
    expect((await stage.ask('DELETE', `${hostSheet}/links/${link.id}`)).status).toBe(204);
    expect((await stage.ask('DELETE', `${hostSheet}/links/${link.id}`)).status).toBe(204);
    expect(await status(link)).toEqual([404, 404, 404]);
    const second = await linkTo(hostSheet);
    expect(second.path).not.toBe(link.path);
    expect(await status(second)).toEqual([200, 200, 200]);
    expect(await status(link)).toEqual([404, 404, 404]);
    await stage.query(`UPDATE visits SET status = 'cancelled', status_reason = 'No.' WHERE id = $1`, [
      visit.id,
    ]);
    expect(await status(second)).toEqual([404, 404, 404]);
    expect((await stage.ask<SheetJson>('POST', `${hostSheet}/links`)).body.code).toBe('visit-cancelled');
  });

  it('is mailed to those who are known there, saying what changed since; a repeat sends no second mail', async () => {
    const { visit, host, hostSheet, item } = await stage.handed();
    const send = (to: string, key: string) =>
      stage.ask<SheetJson>('POST', `${hostSheet}/sending`, { to }, { 'idempotency-key': key });
    const strange = await send('stranger@example.org', `${visit.id}-1`);
    expect([strange.status, strange.body.errors?.[0]]).toMatchObject([
      422,
      { field: 'to', code: 'no-such-address' },
    ]);
    for (let press = 0; press < 2; press += 1)
      expect((await send(host.email.toUpperCase(), `${visit.id}-2`)).status).toBe(200);
    const [first, ...more] = await stage.mailsTo(host.email);
    expect(more).toEqual([]);
    const { link } = await sheet(hostSheet);
    expect(link).toMatchObject({ sentTo: host.email, sentNumber: 1, openedNumber: null });
    expect(first).toMatchObject({ kind: 'visit-links', subject: `Your sheet: ${visit.title}` });
    expect(first?.text).toContain(link?.path);
    expect((await sheet(hostSheet)).changedSinceSent).toBe(false);
    const reason = 'The kitchen is closed.';
    const lunch = await stage.add(visit.id, { hostId: host.id, title: 'Lunch there', day: '2035-03-13' });
    await stage.ask('POST', `/visits/${visit.id}/itinerary/items/${item.id}/cancellation`, { reason });
    expect((await sheet(hostSheet)).changedSinceSent).toBe(true);
    if (link !== null) await opened(link, 'host');
    expect((await send(host.email, `${visit.id}-3`)).status).toBe(200);
    const [, second] = await stage.mailsTo(host.email);
    expect(second?.subject).toBe(`Your sheet has changed: ${visit.title}`);
    const text = second?.text.replaceAll(/\s+/g, ' ') ?? '';
    for (const part of [
      'New: Tuesday 13 March 2035',
      lunch.title,
      'Cancelled: Monday 12 March 2035',
      reason,
      link?.path ?? '-',
    ])
      expect(text).toContain(part);
    // The key's answer is kept, and holds neither the link nor the address.
    const kept = await stage.query<{ body: string }>(
      `SELECT body::text FROM idempotency_keys WHERE key LIKE '%' || $1 || '%'`,
      [visit.id],
    );
    expect(kept.length).toBeGreaterThan(0);
    for (const { body } of kept) expect(body).not.toMatch(/hosts\/|example\.org/);
  });

  it('marks what is new and different since the version before, and gives no number to what says the same', async () => {
    const { hostSheet, visit, host, item } = await stage.handed();
    expect((await sheet(hostSheet)).paper.number).toBe(1);
    expect((await sheet(hostSheet)).paper.number).toBe(1);
    await stage.add(visit.id, { hostId: host.id, title: 'Lunch there', day: '2035-03-13' });
    await stage.query(
      `UPDATE itinerary_items SET starts_at = starts_at + interval '30 minutes' WHERE id = $1`,
      [item.id],
    );
    const { paper } = await sheet(hostSheet);
    expect(paper.number).toBe(2);
    const [items] = paper.sections;
    expect(items?.entries.map(({ mark, title }) => [mark, title])).toEqual([
      ['changed', careVisit.title],
      ['new', 'Lunch there'],
    ]);
    const { text } = await pdf(`${visit.manage}/sheets/hosts/${host.id}/sheet.pdf`, stage.staffPages);
    expect(text).toContain('Version 2 of');
    expect(text).toContain('When was Monday 12 March 2035, 9am to 11am, Madrid time');
  });

  it('lists whoever something is planned with, and nobody of another visit', async () => {
    const one = await stage.handed();
    const other = await stage.handed();
    const { body } = await stage.ask<{ items: readonly SheetJson[] }>(
      'GET',
      `/visits/${one.visit.id}/sheets`,
    );
    expect(body.items.map(({ kind, name }) => [kind, name])).toEqual([
      ['host', one.host.name],
      ['interpreter', one.interpreter.name],
    ]);
    for (const path of [
      `/visits/${one.visit.id}/sheets/hosts/${other.host.id}`,
      `/visits/${one.visit.id}/sheets/interpreters/${one.host.id}`,
      `/visits/${one.visit.id}/sheets/others/${one.host.id}`,
      `/visits/${one.visit.id}/sheets/hosts/x`,
    ])
      expect((await stage.ask('GET', path)).status).toBe(404);
  });

  it('keeps what two of staff say apart', async () => {
    const { hostSheet } = await stage.handed();
    const put = (notes: string, version: string) =>
      stage.ask<SheetJson>('PUT', hostSheet, { notes }, { 'if-match': `"${version}"` });
    expect(await put('Bring badges.', '0')).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await put('Other words.', '0')).status).toBe(412);
    expect((await put('x'.repeat(5001), '1')).body.errors?.[0]).toMatchObject({ field: 'notes' });
    expect((await sheet(hostSheet)).notes).toBe('Bring badges.');
  });

  it('follows a host that is merged into another', async () => {
    const { host, hostSheet, visit } = await stage.handed();
    const link = await linkTo(hostSheet);
    const { body: into } = await stage.ask<{ id: string }>('POST', '/hosts', {
      name: 'The same',
      kind: 'other',
    });
    expect((await stage.ask('POST', `/hosts/${host.id}/merge`, { into: into.id })).status).toBe(200);
    expect((await fetch(stage.url + link.path)).status).toBe(200);
    expect((await sheet(`/visits/${visit.id}/sheets/hosts/${into.id}`)).link?.id).toBe(link.id);
  });
});
