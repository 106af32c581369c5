import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPdf } from '../../../libs/pdf/src/testing/read-pdf.js';
import { runDue } from '../../run-due.js';
import { insert, type StagedVisit } from '../stage.js';
import { daysAgo, startAfterwards, type AfterwardsStage } from './afterwards-stage.js';

interface Counted {
  readonly key: string;
  readonly count: number;
}

interface ErasureBody {
  readonly dueOn: string | null;
  readonly certificate: {
    readonly details: readonly Counted[];
    readonly others: readonly Counted[];
    readonly kept: readonly (Counted & { readonly why: string })[];
  } | null;
}

describe('what is erased after a visit', () => {
  let stage: AfterwardsStage;
  beforeAll(async () => {
    stage = await startAfterwards();
  });
  afterAll(() => stage?.stop());

  const erase = () => runDue(stage.system, 'study-visits', 'erase-visits');
  const read = async ({ id }: StagedVisit) =>
    (await stage.api<ErasureBody>('GET', `/visits/${id}/erasure`, stage.staff)).body;
  const sealed = (visit: StagedVisit, kind: string, id: string, field: string) =>
    insert(stage.query, 'sensitive_details', {
      subject_kind: kind,
      subject_id: id,
      field,
      visit_id: visit.id,
      key_id: 'test',
      sealed: Buffer.from('sealed'),
      changed_at: '2026-01-01T00:00:00Z',
      version: 1,
    });
  const left = async ({ id }: StagedVisit) =>
    (
      await stage.query<{ field: string }>('SELECT field FROM sensitive_details WHERE visit_id = $1', [id])
    ).map(({ field }) => field);
  const counts = (parts: readonly Counted[] = []) =>
    Object.fromEntries(parts.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));

  it('stays until 30 days after the last one, and is certified once it is gone', async () => {
    const visit = await stage.over(29);
    const who = await stage.traveller(visit, { columns: { phone: '+44 7700 900123' } });
    await sealed(visit, 'traveller', who.id, 'passport');
    await sealed(visit, 'traveller', who.id, 'dietary');
    await stage.query(
      `INSERT INTO own_travel (traveller_id, way, place, at, zone) VALUES ($1, 'back', 'Milan', now(), 'Europe/Rome')`,
      [who.id],
    );
    await erase();
    expect(await read(visit)).toEqual({ dueOn: daysAgo(-1), certificate: null });
    expect(await left(visit)).toHaveLength(2);
    const early = await fetch(`${stage.url}${visit.manage}/erasure/certificate.pdf`, {
      headers: stage.staff,
    });
    expect(early.status).toBe(404);
    await stage.query('UPDATE visits SET first_day = $2, last_day = $3 WHERE id = $1', [
      visit.id,
      daysAgo(36),
      daysAgo(31),
    ]);
    await erase();
    await erase();
    expect(await left(visit)).toEqual([]);
    const { certificate } = await read(visit);
    expect(counts(certificate?.details)).toEqual({ passport: 1, dietary: 1 });
    expect(counts(certificate?.others)).toEqual({ 'own-ways': 1, phones: 1 });
    expect(counts(certificate?.kept)).toMatchObject({ travellers: 1 });
    for (const { why } of certificate?.kept ?? []) expect(why).not.toBe('');
    const [after] = await stage.query('SELECT name, phone FROM travellers WHERE id = $1', [who.id]);
    expect(after).toEqual({ name: who.name, phone: null });
    const file = await fetch(`${stage.url}${visit.manage}/erasure/certificate.pdf`, { headers: stage.staff });
    const pdf = await readPdf(Buffer.from(await file.arrayBuffer()));
    expect(pdf).toMatchObject({ isMarked: true, showsTitle: true, language: 'en-GB' });
    expect(pdf.pages.flatMap(({ untagged }) => untagged)).toEqual([]);
    const text = pdf.pages.map((page) => page.text).join(' ');
    for (const words of ['Certificate of erasure', 'Passports', 'phone numbers', 'VAT Notice 700/21'])
      expect(text).toContain(words);
    expect(text).not.toContain(who.name);
  });

  it('is the needs of an applicant as soon as they can have no place, and those of reserves later', async () => {
    const visit = await stage.visit({ columns: { first_day: daysAgo(-40), last_day: daysAgo(-45) } });
    const apply = async (name: string, status: string) => {
      const id = randomUUID();
      await insert(stage.query, 'applications', {
        id,
        visit_id: visit.id,
        code: status === 'draft' ? null : id.slice(0, 6).toUpperCase(),
        status,
        name,
        email: `${id}@example.org`,
        organisation_name: 'Example Council',
        kind: 'member',
        is_newcomer: false,
        answers: '{}',
        secret_hash: Buffer.from(id),
        started_at: '2026-01-01T00:00:00Z',
        changed_at: '2026-01-01T00:00:00Z',
        submitted_at: status === 'draft' ? null : '2026-01-02T00:00:00Z',
        withdrawn_at: status === 'withdrawn' ? '2026-01-03T00:00:00Z' : null,
        version: 1,
      });
      await sealed(visit, 'application', id, name);
      return id;
    };
    await insert(stage.query, 'selections', {
      visit_id: visit.id,
      method: 'draw',
      rules: '{}',
      run_at: '2026-01-04T00:00:00Z',
      told_at: '2026-01-05T00:00:00Z',
      seed: 'seed',
      seed_published_at: '2026-01-01T00:00:00Z',
      version: 1,
    });
    const outcome = async (application: string, became: 'reserve' | 'declined', rank: number) =>
      insert(stage.query, 'selection_outcomes', {
        visit_id: visit.id,
        application_id: application,
        code: String(rank),
        rank,
        drawn: rank,
        tied: false,
        outcome: became,
        position: became === 'reserve' ? 1 : null,
        reason: '{}',
      });
    const offer = (application: string, status: string) =>
      insert(stage.query, 'offers', {
        id: randomUUID(),
        visit_id: visit.id,
        application_id: application,
        counts_as: 'general',
        funded: false,
        status,
        deadline: '2026-02-01T12:00:00Z',
        offered_at: '2026-01-05T00:00:00Z',
        version: 1,
      });
    await apply('draft', 'draft');
    await apply('withdrawn', 'withdrawn');
    await outcome(await apply('reserve', 'submitted'), 'reserve', 1);
    await outcome(await apply('turned down', 'submitted'), 'declined', 2);
    await offer(await apply('offered', 'submitted'), 'offered');
    await offer(await apply('lapsed', 'submitted'), 'lapsed');
    await runDue(stage.system, 'study-visits', 'erase-sensitive-details');
    expect((await left(visit)).toSorted()).toEqual(['draft', 'offered', 'reserve']);
    await stage.query('UPDATE visits SET first_day = $2 WHERE id = $1', [visit.id, daysAgo(0)]);
    await runDue(stage.system, 'study-visits', 'erase-sensitive-details');
    // Somebody has an offer still, however late.
    expect(await left(visit)).toEqual(['offered']);
  });
});
