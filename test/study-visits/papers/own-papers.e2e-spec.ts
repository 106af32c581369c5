import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outlineOf, readPdf } from '../../../libs/pdf/src/testing/read-pdf.js';
import { runDue } from '../../run-due.js';
import { startItineraries, type ItineraryStage } from '../itinerary/itinerary-stage.js';
import { insert, type StagedTraveller, type StagedVisit } from '../stage.js';

interface PaperJson {
  readonly paper: {
    readonly number: number;
    readonly since: { readonly number: number } | null;
    readonly title: string;
    readonly sections: readonly {
      readonly key: string;
      readonly title: string;
      readonly entries: readonly {
        readonly time: string;
        readonly title: string;
        readonly mark: string;
        readonly why: string | null;
        readonly facts: readonly { readonly name: string; readonly value: string }[];
        readonly changes: readonly { readonly field: string; readonly before: string }[];
      }[];
    }[];
  } | null;
}

describe('a traveller’s papers', () => {
  let stage: ItineraryStage;

  beforeAll(async () => {
    stage = await startItineraries();
  });
  afterAll(async () => stage?.stop());

  /** A visit with contacts and a leader, on which two travel, of whom one has a room. */
  const stageParty = async () => {
    const visit = await stage.visit({
      title: 'Emilia-Romagna',
      columns: {
        zone: 'Europe/Rome',
        country: 'IT',
        region: 'Emilia-Romagna',
        contacts: JSON.stringify([
          { name: 'The office', role: 'Day and night', phone: '+44 20 7946 0000', email: null },
        ]),
      },
    });
    const ada = await stage.traveller(visit, { name: 'Ada Example' });
    const bo = await stage.traveller(visit, { name: 'Bo Sample' });
    const lee = await stage.traveller(visit, {
      name: 'Lee Leader',
      part: 'leader',
      columns: { phone: '+44 7700 900123' },
    });
    const hotelId = crypto.randomUUID();
    await insert(stage.query, 'hotels', {
      id: hotelId,
      visit_id: visit.id,
      name: 'Hotel Finto',
      address: 'Via Finta 1\nBologna',
      phone: '+39 051 555',
      needs_passports: false,
      version: 1,
    });
    await insert(stage.query, 'rooming_lists', {
      id: crypto.randomUUID(),
      visit_id: visit.id,
      hotel_id: hotelId,
      number: 1,
      sent_to: 'desk@hotel.example',
      sent_at: new Date(),
      lines: JSON.stringify([
        {
          sleeperId: ada.id,
          key: 'SG-01',
          type: 'SG',
          title: '',
          forename: 'Ada',
          surname: 'Example',
          pax: 'Delegate',
          note: '',
          arrives: '2035-03-11',
          leaves: '2035-03-14',
        },
      ]),
    });
    return { visit, ada, bo, lee };
  };

  const path = ({ secret }: StagedTraveller, part: string) => `/visits/travellers/${secret}/${part}`;
  const programme = async ({ secret }: StagedTraveller) =>
    (await stage.api<PaperJson>('GET', `/traveller-links/${secret}/programme`, {})).body.paper;
  const pdf = async (traveller: StagedTraveller, part: string) => {
    const answer = await fetch(stage.url + path(traveller, `${part}.pdf`));
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { SHOTS } = process.env;
    if (SHOTS) writeFileSync(join(SHOTS, `${part}.pdf`), bytes);
    return { status: answer.status, headers: answer.headers, bytes };
  };
  const versions = async (visit: StagedVisit) =>
    stage.query<{ kind: string; number: number; kept: boolean }>(
      `SELECT kind, number, content IS NOT NULL AS kept FROM papers WHERE visit_id = $1 ORDER BY kind, number`,
      [visit.id],
    );

  it('say all of the visit, and what is different since the version before', async () => {
    const { visit, ada, bo } = await stageParty();
    const lunch = await stage.add(visit.id, { title: 'Lunch' });
    await stage.add(visit.id, { title: 'Town hall', day: '2035-03-13', from: '09:00', until: '11:00' });
    await stage.publish(visit.id, 1);
    const first = await programme(ada);
    expect(first).toMatchObject({ number: 1, since: null, title: 'Programme for Ada Example' });
    expect(first?.sections.map(({ title }) => title)).toEqual([
      'Monday 12 March 2035',
      'Tuesday 13 March 2035',
      'Where you sleep',
      'Whom to ring',
    ]);
    expect(first?.sections.flatMap(({ entries }) => entries.map(({ title }) => title))).toEqual([
      'Lunch',
      'Town hall',
      'Hotel Finto',
      'Lee Leader',
      'The office',
    ]);
    // Looked at again, it is the same version.
    expect((await programme(ada))?.number).toBe(1);
    expect((await stage.page(path(ada, 'programme'))).text).toContain('Version 1 of');
    await stage.api('POST', `/visits/${visit.id}/itinerary/items/${lunch.id}/cancellation`, stage.staff, {
      reason: 'No cook.',
    });
    await stage.add(visit.id, { title: 'A walk', day: '2035-03-13', from: '15:00', until: '16:00' });
    await stage.publish(visit.id, 2);
    const second = await programme(ada);
    expect(second).toMatchObject({ number: 2, since: { number: 1 } });
    const marked = second?.sections.flatMap(({ entries }) =>
      entries.map(({ title, mark, why }) => [title, mark, why]),
    );
    expect(marked).toEqual([
      ['Lunch', 'cancelled', 'No cook.'],
      ['Town hall', 'same', null],
      ['A walk', 'new', null],
      ['Hotel Finto', 'same', null],
      ['Lee Leader', 'same', null],
      ['The office', 'same', null],
    ]);
    const { text } = await stage.page(path(ada, 'programme'));
    expect(text).toContain('What is new or different since version 1 of');
    // Nobody else's hotel, and no names of the party.
    const { text: bos } = await stage.page(path(bo, 'programme'));
    expect(bos).not.toContain('Hotel Finto');
    expect(bos).not.toContain('Ada');
    expect((await versions(visit)).map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'traveller 1',
      'traveller 1',
      'traveller 2',
    ]);
  });

  it('are tagged PDFs of the same bytes for the same version', async () => {
    const { visit, ada } = await stageParty();
    const lunch = await stage.add(visit.id, { title: 'Lunch', description: 'Bring an appetite.' });
    await stage.publish(visit.id, 1);
    await pdf(ada, 'programme');
    await stage.api('POST', `/visits/${visit.id}/itinerary/items/${lunch.id}/cancellation`, stage.staff, {
      reason: 'No cook.',
    });
    await stage.add(visit.id, { title: 'A walk', day: '2035-03-13', from: '15:00', until: '16:00' });
    await stage.publish(visit.id, 2);
    const { status, headers, bytes } = await pdf(ada, 'programme');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain('Programme, Ada Example, Emilia-Romagna.pdf');
    expect((await pdf(ada, 'programme')).bytes.equals(bytes)).toBe(true);
    const { pages, isMarked, title, language } = await readPdf(bytes);
    expect({ isMarked, title, language }).toEqual({
      isMarked: true,
      title: 'Programme for Ada Example',
      language: 'en-GB',
    });
    expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
    const outline = pages.flatMap(({ structure }) => outlineOf(structure)).join('\n');
    expect(outline).toContain('H1 Programme for Ada Example');
    expect(outline).toContain('H2 Monday 12 March 2035');
    expect(outline).toContain('H3 12.30pm to 2pm, Rome time: Lunch');
    expect(outline).toContain('P Cancelled: No cook.');
    expect(outline).toContain('H3 3pm to 4pm, Rome time: A walk');
    expect(outline).toContain('P New.');
    expect(pages.flatMap(({ links }) => links.map(({ url }) => url))).toEqual([
      expect.stringMatching(new RegExp(`/visits/${visit.slug}$`)),
    ]);
  });

  it('have a card for emergencies, with the number of the country and nothing of anybody’s health', async () => {
    const { visit, ada } = await stageParty();
    await insert(stage.query, 'emergency_cards', {
      visit_id: visit.id,
      if_lost: 'Neptune’s fountain, at the full hour',
      more: 'Consulate: +39 02 555',
      version: 1,
    });
    const { text } = await stage.page(path(ada, 'emergency'));
    expect(text).toContain('href="tel:112"');
    expect(text).toContain('href="tel:+447700900123"');
    expect(text).toContain('href="tel:+442079460000"');
    expect(text).toContain('Neptune’s fountain');
    expect(text).toContain('Hotel Finto');
    const { bytes } = await pdf(ada, 'emergency');
    const { pages, isMarked } = await readPdf(bytes);
    expect(isMarked).toBe(true);
    const words = pages.map((page) => page.text).join(' ');
    for (const said of ['Ring 112', 'Lee Leader', '+44 7700 900123', 'Hotel Finto', 'Consulate', 'insurer'])
      expect(words).toContain(said);
    // A quarter of A4: nothing stands beyond it.
    expect(Math.max(...pages.flatMap(({ places }) => places.map(({ x, width }) => x + width)))).toBeLessThan(
      298,
    );
  });

  it('say nothing before anything is published, and nothing to whoever does not travel', async () => {
    const { visit, bo } = await stageParty();
    expect((await stage.page(path(bo, 'programme'))).text).toContain('Nothing is published yet');
    expect((await pdf(bo, 'programme')).status).toBe(404);
    expect(await versions(visit)).toEqual([]);
    expect((await stage.page(path(bo, 'emergency'))).status).toBe(200);
    await stage.query(`UPDATE travellers SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1`, [
      bo.id,
    ]);
    for (const part of ['programme', 'programme.pdf', 'emergency', 'emergency.pdf'])
      expect((await stage.page(path(bo, part))).status).toBe(404);
    const nobody = { ...bo, secret: 'x'.repeat(43) };
    expect((await stage.page(path(nobody, 'programme'))).status).toBe(404);
  });

  it('leave London in the night the clocks change: on paper at the same minutes as on the pages', async () => {
    const visit = await stage.visit({
      title: 'Through the night',
      columns: { zone: 'Europe/Rome', country: 'IT', first_day: '2027-03-27', last_day: '2027-04-01' },
    });
    const ada = await stage.traveller(visit, { name: 'Ada' });
    const item = {
      kind: 'transfer',
      title: 'Through the night',
      day: '2027-03-28',
      from: '00:30',
      zone: 'Europe/London',
      until: '04:45',
      endZone: 'Europe/Rome',
    };
    await stage.add(visit.id, item);
    await stage.add(visit.id, { title: 'Breakfast', day: '2027-03-28', from: '05:15', until: '06:00' });
    await stage.publish(visit.id, 1);
    const { text: page } = await stage.page(path(ada, 'days/2027-03-28'));
    const { pages } = await readPdf((await pdf(ada, 'programme')).bytes);
    const outline = pages.flatMap(({ structure }) => outlineOf(structure)).join('\n');
    for (const words of ['12.30am London time to 4.45am Rome time', '5.15am to 6am']) {
      expect(page).toContain(words);
      expect(outline).toContain(words);
    }
    for (const words of ['12.30am to 3.45am', '4.15am to 5am']) {
      expect(page).toContain(`London: ${words}`);
      expect(outline).toContain(words);
    }
  });

  it('are made once however many ask at once, and never an older one after a newer', async () => {
    const { visit, ada } = await stageParty();
    await stage.add(visit.id);
    await stage.publish(visit.id, 1);
    const asked = await Promise.all(Array.from({ length: 8 }, () => programme(ada)));
    expect(new Set(asked.map((paper) => paper?.number))).toEqual(new Set([1]));
    expect(await versions(visit)).toHaveLength(1);
  });

  it('are emptied 30 days after the visit, and none is made any more', async () => {
    const { visit, ada } = await stageParty();
    await stage.add(visit.id);
    await stage.publish(visit.id, 1);
    await programme(ada);
    const daysAgo = async (days: number) =>
      stage.query(
        `UPDATE visits SET first_day = current_date - $2::int - 5, last_day = current_date - $2::int, status = 'over' WHERE id = $1`,
        [visit.id, days],
      );
    await daysAgo(28);
    await runDue(stage.system, 'study-visits', 'erase-visits');
    expect((await versions(visit)).map(({ kept }) => kept)).toEqual([true]);
    await daysAgo(31);
    await runDue(stage.system, 'study-visits', 'erase-visits');
    expect((await versions(visit)).map(({ kept }) => kept)).toEqual([false]);
    expect((await stage.page(path(ada, 'programme'))).status).toBe(404);
    expect(await versions(visit)).toHaveLength(1);
  });
});
