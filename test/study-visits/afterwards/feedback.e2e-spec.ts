import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runDue } from '../../run-due.js';
import type { StagedTraveller, StagedVisit } from '../stage.js';
import { daysAgo, startAfterwards, type AfterwardsStage } from './afterwards-stage.js';

const said = {
  overall: 5,
  programme: 4,
  organisation: null,
  journey: 3,
  recommend: 'yes',
  best: 'The taxi co-operative',
  toChange: '',
};

interface Own {
  readonly window: string;
  readonly answer: { readonly overall: number } | null;
  readonly code?: string;
}

interface All {
  readonly answers: number;
  readonly totals: { readonly ratings: readonly { readonly average: number | null }[] } | null;
  readonly given: readonly { readonly best: string }[];
}

describe('how travellers found a visit', () => {
  let stage: AfterwardsStage;
  beforeAll(async () => {
    stage = await startAfterwards();
  });
  afterAll(() => stage?.stop());

  const give = ({ secret }: StagedTraveller, body: object = said) =>
    stage.api<Own>('POST', `/traveller-links/${secret}/feedback`, stage.own, body);
  const all = async ({ id }: StagedVisit) =>
    (await stage.api<All>('GET', `/visits/${id}/feedback`, stage.staff)).body;

  it('is said from the day after the last one on, for six weeks', async () => {
    const coming = await stage.visit({ status: 'confirmed' });
    const early = await give(await stage.traveller(coming));
    expect([early.status, early.body.code]).toEqual([409, 'feedback-not-open']);
    const last = await stage.over(42);
    expect((await give(await stage.traveller(last))).body.window).toBe('open');
    const late = await stage.over(43);
    const refused = await give(await stage.traveller(late));
    expect([refused.status, refused.body.code]).toEqual([409, 'feedback-closed']);
    const gone = await stage.traveller(last, { status: 'withdrawn' });
    expect((await give(gone)).status).toBe(404);
    expect((await give(await stage.traveller(last), { ...said, overall: 6 })).status).toBe(422);
  });

  it('is seen by staff once three have said it, and by nobody who said what', async () => {
    const visit = await stage.over(3);
    const names = ['Ann Secretive', 'Bo Hidden', 'Cy Unseen'];
    const three: StagedTraveller[] = [];
    for (const name of names) three.push(await stage.traveller(visit, { name }));
    for (const [index, one] of three.slice(0, 2).entries())
      await give(one, { ...said, best: `Thing ${index}` });
    expect(await all(visit)).toMatchObject({ answers: 2, totals: null, given: [] });
    expect(await stage.text(`${visit.manage}/feedback`, stage.staff)).toContain('Too few have answered yet');
    const [, , last] = three;
    if (last === undefined) throw new Error('There are three.');
    await give(last, { ...said, overall: 2 });
    // Said again, it takes the place of what was said.
    await give(last, { ...said, overall: 3, best: 'Lunch' });
    const seen = await all(visit);
    expect(seen.answers).toBe(3);
    expect(seen.totals?.ratings.map(({ average }) => average)).toEqual([4.3, 4, null, 3]);
    const page = await stage.text(`${visit.manage}/feedback`, stage.staff);
    const sheet = await (
      await fetch(`${stage.url}${visit.manage}/feedback/export.csv`, { headers: stage.staff })
    ).text();
    for (const shown of [page, sheet, JSON.stringify(seen)]) {
      for (const word of ['Thing 0', 'Lunch']) expect(shown).toContain(word);
      for (const name of [...names, ...three.map(({ id }) => id)]) expect(shown).not.toContain(name);
    }
  });

  it('is not known to be anybody’s once it cannot be changed any more', async () => {
    const visit = await stage.over(40);
    const who = await stage.traveller(visit);
    await give(who);
    await runDue(stage.system, 'study-visits', 'part-feedback-from-travellers');
    const owners = () =>
      stage.query('SELECT traveller_id FROM visit_feedback WHERE visit_id = $1', [visit.id]);
    expect(await owners()).toEqual([{ traveller_id: who.id }]);
    await stage.query('UPDATE visits SET first_day = $2, last_day = $2 WHERE id = $1', [
      visit.id,
      daysAgo(44),
    ]);
    await runDue(stage.system, 'study-visits', 'part-feedback-from-travellers');
    expect(await owners()).toEqual([{ traveller_id: null }]);
  });

  it('is asked for once, and once more of those alone who have not said it', async () => {
    const visit = await stage.over(1);
    const [ada, bo] = [await stage.traveller(visit), await stage.traveller(visit)];
    const withdrawn = await stage.traveller(visit, { status: 'withdrawn' });
    const ask = () => runDue(stage.system, 'study-visits', 'ask-how-it-was');
    await ask();
    await ask();
    for (const one of [ada, bo]) expect(await stage.mailsTo(one)).toEqual(['How was it? Mondragon']);
    expect(await stage.mailsTo(withdrawn)).toEqual([]);
    await give(ada);
    await stage.query('UPDATE feedback_mails SET sent_on = $1', [daysAgo(9)]);
    await ask();
    expect(await stage.mailsTo(bo)).toHaveLength(1);
    await stage.query('UPDATE feedback_mails SET sent_on = $1', [daysAgo(11)]);
    await ask();
    await ask();
    expect(await stage.mailsTo(ada)).toHaveLength(1);
    expect(await stage.mailsTo(bo)).toEqual([
      'How was it? Mondragon',
      expect.stringMatching(/^Until .*: how was it\? Mondragon$/),
    ]);
  });
});
