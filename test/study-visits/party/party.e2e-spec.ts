import { startReadiness, type ReadinessStage } from '../readiness/readiness-stage.js';
import { told } from '../readiness/told.js';
import type { StagedTraveller } from '../stage.js';

interface PartyBody {
  readonly people: readonly { readonly name: string; readonly organisationName: string }[];
  readonly others: number;
  readonly isNamed: boolean;
}

describe('who travels together', () => {
  let stage: ReadinessStage;

  beforeAll(async () => {
    stage = await startReadiness();
  });
  afterAll(() => stage?.stop());

  const consent = (who: StagedTraveller, party: boolean, version = 0) =>
    stage.tell(who, 'consent', { ...told.consent, party }, version);
  const page = async ({ secret }: StagedTraveller) => {
    const answer = await fetch(`${stage.url}/visits/travellers/${secret}/party`);
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const read = ({ secret }: StagedTraveller) =>
    stage.api<PartyBody>('GET', `/traveller-links/${secret}/party`, {});

  async function aParty() {
    const visit = await stage.visit({ status: 'confirmed' });
    const ann = await stage.traveller(visit, { name: 'Ann Agreed', organisationName: 'Example Council' });
    const bo = await stage.traveller(visit, { name: 'Bo Refused', organisationName: 'Hidden Council' });
    const cy = await stage.traveller(visit, { name: 'Cy Silent' });
    const leader = await stage.traveller(visit, { name: 'Lee Leader', part: 'leader' });
    const gone = await stage.traveller(visit, { name: 'Gil Gone' });
    for (const who of [ann, leader, gone]) await consent(who, true);
    await consent(bo, false);
    await stage.query(`UPDATE travellers SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1`, [
      gone.id,
    ]);
    return { visit, ann, bo, cy, leader, gone };
  }

  it('are those who agreed to it, by name and organisation; all others are counted', async () => {
    const { ann, bo, cy } = await aParty();
    const shown = await page(bo);
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    for (const name of ['Ann Agreed', 'Example Council', 'Lee Leader', 'Leads the visit', '2 more people'])
      expect(shown.text).toContain(name);
    for (const hidden of ['Bo Refused', 'Cy Silent', 'Gil Gone', 'Hidden Council', ann.id, '@example.org'])
      expect(shown.text).not.toContain(hidden);
    expect((await read(cy)).body).toEqual({
      people: [
        { name: 'Ann Agreed', organisationName: 'Example Council', part: 'delegate' },
        { name: 'Lee Leader', organisationName: 'Example Council', part: 'leader' },
      ],
      others: 2,
      isNamed: false,
    });
    expect((await read(ann)).body.isNamed).toBe(true);
  });

  it('is as they say now: whoever takes it back is not named from then on', async () => {
    const { ann, bo } = await aParty();
    await consent(ann, false, 1);
    const { body } = await read(bo);
    expect([body.people.map(({ name }) => name), body.others]).toEqual([['Lee Leader'], 3]);
    expect((await page(bo)).text).not.toContain('Ann Agreed');
  });

  it('says so where nobody has agreed', async () => {
    const visit = await stage.visit({ status: 'confirmed' });
    const alone = await stage.traveller(visit);
    expect((await page(alone)).text).toContain('Nobody has agreed to be named yet');
  });

  it('is shown to nobody who has withdrawn, nor of a visit that was called off', async () => {
    const { visit, ann, gone } = await aParty();
    expect([(await page(gone)).status, (await read(gone)).status]).toEqual([404, 404]);
    await stage.query(`UPDATE visits SET status = 'cancelled', status_reason = 'No.' WHERE id = $1`, [
      visit.id,
    ]);
    expect([(await page(ann)).status, (await read(ann)).status]).toEqual([404, 404]);
  });
});
