import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StagedTraveller, StagedVisit } from '../stage.js';
import { startAfterwards, type AfterwardsStage } from './afterwards-stage.js';

interface Note {
  readonly status: string;
  readonly consentAt: string | null;
  readonly version: number;
  readonly code?: string;
}

const words = {
  title: 'What a consortium does',
  text: 'Small firms have **one** voice.',
  signed: 'organisation',
  hasConsented: true,
  isHandedIn: true,
};

describe('what travellers learned', () => {
  let stage: AfterwardsStage;
  beforeAll(async () => {
    stage = await startAfterwards();
  });
  afterAll(() => stage?.stop());

  const save = ({ secret }: StagedTraveller, body: object = words, version = 0) =>
    stage.api<Note>(
      'PUT',
      `/traveller-links/${secret}/learning-note`,
      { ...stage.own, 'if-match': `"${version}"` },
      body,
    );
  const step = ({ id }: StagedVisit, who: StagedTraveller, what: string) =>
    stage.api<Note>('POST', `/visits/${id}/learning-notes/${who.id}/${what}`, stage.staff);
  const publicly = ({ slug }: StagedVisit) => stage.text(`/visits/${slug}/learning`);
  const party = async () => {
    const visit = await stage.over(2);
    const who = await stage.traveller(visit, { name: 'Ada Writer', organisationName: 'Oldtown Council' });
    return { visit, who };
  };

  it('is its writer’s alone while it is a draft', async () => {
    const { visit, who } = await party();
    await save(who, { ...words, text: '', isHandedIn: false });
    const listed = await stage.text(`${visit.manage}/learning-notes`, stage.staff);
    expect(listed).toContain('1 traveller has begun one');
    expect(listed).not.toContain('consortium');
    const read = await fetch(`${stage.url}${visit.manage}/learning-notes/${who.id}`, {
      headers: stage.staff,
    });
    expect(read.status).toBe(404);
    expect((await step(visit, who, 'publish')).status).toBe(404);
    expect((await save(who, { ...words, text: '' }, 1)).status).toBe(422);
  });

  it('is published only where its writer agreed, as they sign it', async () => {
    const { visit, who } = await party();
    await save(who, { ...words, hasConsented: false });
    const refused = await step(visit, who, 'publish');
    expect([refused.status, refused.body.code]).toEqual([409, 'no-consent']);
    // Not even by a hand in the database.
    await expect(
      stage.query(
        `UPDATE learning_notes SET status = 'published', published_at = now() WHERE traveller_id = $1`,
        [who.id],
      ),
    ).rejects.toThrow(/learning_notes_consent_check/);
    expect(await publicly(visit)).not.toContain('consortium');
    await save(who, words, 1);
    expect((await step(visit, who, 'publish')).body.status).toBe('published');
    const read = await publicly(visit);
    expect(read).toContain('What a consortium does');
    expect(read).toContain('Oldtown Council');
    expect(read).not.toContain('Ada Writer');
    const page = await stage.text(`/visits/${visit.slug}`);
    expect(page).toContain('What a consortium does');
    expect(page).not.toContain('Ada Writer');
    const history = await stage.text(`${visit.manage}/history`, stage.staff);
    expect(history).toContain('Learning note of traveller 1 published');
    expect(history).not.toContain('consortium');
  });

  it('is gone from every page at once when its writer takes that back, and stays with staff', async () => {
    const { visit, who } = await party();
    await save(who);
    await step(visit, who, 'publish');
    expect(await publicly(visit)).toContain('consortium');
    const path = `/visits/travellers/${who.secret}/learning-note/take-back`;
    expect((await stage.form(path, {}, stage.own)).status).toBe(303);
    expect(await publicly(visit)).not.toContain('consortium');
    expect(await stage.text(`/visits/${visit.slug}`)).not.toContain('consortium');
    const { body } = await stage.api<{ items: unknown[] }>('GET', `/visits/${visit.id}/learning`, {});
    expect(body.items).toEqual([]);
    expect((await step(visit, who, 'publish')).body.code).toBe('no-consent');
    expect(await stage.text(`${visit.manage}/learning-notes`, stage.staff)).toContain('For staff alone');
  });

  it('goes off the page when it is changed, until staff have read it again', async () => {
    const { visit, who } = await party();
    await save(who);
    const { body: published } = await step(visit, who, 'publish');
    const changed = await save(who, { ...words, text: 'Now I think otherwise.' }, published.version);
    expect(changed.body).toMatchObject({ status: 'handed-in', consentAt: published.consentAt });
    expect(await publicly(visit)).not.toContain('consortium');
    // Staff who read the words before publish nothing that they did not read.
    const stale = { version: String(published.version), step: 'publish' };
    await stage.form(`${visit.manage}/learning-notes/${who.id}`, stale, stage.staff);
    expect(await publicly(visit)).not.toContain('otherwise');
  });

  it('keeps both of two changes from being lost', async () => {
    const { who } = await party();
    await save(who, { ...words, isHandedIn: false });
    expect((await save(who, { ...words, text: 'On the laptop' }, 1)).status).toBe(200);
    const late = await save(who, { ...words, text: 'On the phone' }, 1);
    expect([late.status, late.body.code]).toEqual([412, 'edited-meanwhile']);
    const path = `/visits/travellers/${who.secret}/learning-note`;
    const sent = {
      title: 'T',
      text: 'On the phone',
      consent: '',
      signed: 'nobody',
      step: 'save',
      version: '1',
    };
    const answer = await stage.form(path, sent, stage.own);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('On the phone');
    // A second press of the same button finds its work done.
    const [again] = [
      { ...sent, text: 'On the laptop', title: words.title, consent: 'yes', signed: 'organisation' },
    ];
    expect((await stage.form(path, { ...again, step: 'hand-in' }, stage.own)).status).toBe(303);
  });

  it('goes with its writer', async () => {
    const visit = await stage.over(2);
    const who = await stage.traveller(visit, { name: 'Ada Writer', email: null });
    expect((await save(who)).status).toBe(200);
    const other = await stage.traveller(visit, { status: 'withdrawn' });
    expect((await save(other)).status).toBe(404);
  });
});
