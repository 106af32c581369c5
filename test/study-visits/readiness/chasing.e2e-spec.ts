import pg from 'pg';
import { runDue } from '../../run-due.js';
import { until } from '../../until.js';
import type { StagedTraveller, StagedVisit } from '../stage.js';
import { startReadiness, type ReadinessStage } from './readiness-stage.js';

/** A day from today on; tests leave a day's room on both sides, as it may be midnight somewhere. */
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

describe('mails about what is missing', () => {
  let stage: ReadinessStage;

  beforeAll(async () => {
    stage = await startReadiness();
    // What was due last is seen to at a start: that is over, so that it meets no traveller of a test.
    await chase();
  });
  afterAll(() => stage?.stop());

  /** A visit that begins in so many days, of whose travellers only what they tell themselves is asked. */
  const visitIn = async (days: number, status: 'confirmed' | 'cancelled' = 'confirmed') => {
    const columns = { first_day: day(days), last_day: day(days + 5), country: 'GB' };
    const made = await stage.visit({ status, columns });
    await stage.onlyTold(made);
    return made;
  };
  const chase = () => runDue(stage.system, 'study-visits', 'chase-travellers');
  const sent = (who: StagedTraveller) => stage.mailsTo(who);
  const mail = async (who: StagedTraveller): Promise<{ subject: string; text: string }> => {
    const [row] = await stage.query<{ payload: { subject: string; text: string } }>(
      `SELECT payload FROM outbox WHERE type = 'study-visits.mail-requested.v1' AND payload #>> '{to,address}' = $1
       ORDER BY id DESC LIMIT 1`,
      [who.email],
    );
    if (row === undefined) throw new Error('nobody wrote to them');
    return row.payload;
  };
  const dayBack = (visit: StagedVisit, days: number) =>
    stage.query('UPDATE readiness_chases SET sent_on = sent_on - $2::int WHERE visit_id = $1', [
      visit.id,
      days,
    ]);

  it('go to those of whom something is missing, by name of it alone, once for a step', async () => {
    const visit = await visitIn(10);
    const [open, done, nowhere] = [
      await stage.traveller(visit, { name: 'Ada Open' }),
      await stage.traveller(visit),
      await stage.traveller(visit, { email: null }),
    ];
    const left = await stage.traveller(visit, { status: 'withdrawn' });
    const fresh = await stage.traveller(visit, { columns: { confirmed_at: new Date() } });
    await stage.tellAll(done);
    // Its insurance was for another month.
    await stage.tell(
      done,
      'insurance',
      { company: 'Quagga', policyNumber: 'Q1', phone: '0161 496 0000', from: day(1), until: day(60) },
      1,
    );
    await chase();
    expect(await Promise.all([open, done, left, fresh].map(sent))).toEqual([1, 0, 0, 0]);
    const { subject, text } = await mail(open);
    expect(subject).toBe('5 things to do before Mondragon');
    expect(text).toContain('Your travel insurance: missing');
    // No passport is needed there.
    expect(text).not.toContain('Your passport');
    expect(text).toContain(`/visits/travellers/${open.secret}/ready`);
    await chase();
    await dayBack(visit, 5);
    await chase();
    expect(await sent(open)).toBe(1);
    const rows = await stage.query(
      'SELECT traveller_id, step, items FROM readiness_chases WHERE visit_id = $1',
      [visit.id],
    );
    expect(rows).toEqual([
      {
        traveller_id: open.id,
        step: 14,
        items: ['insurance', 'emergency-contact', 'dietary', 'access', 'consent'],
      },
    ]);
    expect(nowhere.email).toBeNull();
  });

  it('come again at the next step, and stop once all is done', async () => {
    const visit = await visitIn(10);
    const who = await stage.traveller(visit);
    await chase();
    expect(await sent(who)).toBe(1);
    // Four days on.
    await stage.query('UPDATE visits SET first_day = $2 WHERE id = $1', [visit.id, day(6)]);
    await dayBack(visit, 4);
    await chase();
    expect(await sent(who)).toBe(2);
    await stage.tellAll(who);
    await stage.tell(
      who,
      'insurance',
      { company: 'Quagga', policyNumber: 'Q1', phone: '0161 496 0000', from: day(0), until: day(60) },
      1,
    );
    await stage.query('UPDATE visits SET first_day = $2 WHERE id = $1', [visit.id, day(2)]);
    await dayBack(visit, 4);
    await chase();
    expect(await sent(who)).toBe(2);
  });

  it('do not go out before the first step, of a visit that was called off or of which staff say so', async () => {
    const [early, off, silent] = [await visitIn(70), await visitIn(10, 'cancelled'), await visitIn(10)];
    const travellers = [
      await stage.traveller(early),
      await stage.traveller(off),
      await stage.traveller(silent),
    ];
    const settings = { notNeeded: [], isChasing: false, chaseDays: [14] };
    const headers = { ...stage.staff, 'if-match': '"1"' };
    const saved = await stage.api('PUT', `/visits/${silent.id}/readiness-settings`, headers, settings);
    expect(saved.status).toBe(200);
    await chase();
    expect(await Promise.all(travellers.map(sent))).toEqual([0, 0, 0]);
  });

  /** Has another process claim the step of somebody, and ours meet it there for certain. */
  const meeting = async (who: StagedTraveller, visit: StagedVisit, end: 'COMMIT' | 'ROLLBACK') => {
    const other = new pg.Client({ connectionString: stage.system.databaseUrl('study-visits') });
    await other.connect();
    try {
      await other.query('BEGIN');
      await other.query(
        `INSERT INTO readiness_chases (traveller_id, step, visit_id, items, sent_on) VALUES ($1, 14, $2, '{}', $3)`,
        [who.id, visit.id, day(0)],
      );
      const ours = chase();
      await until(async () => {
        const { rows } = await other.query(
          `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
           WHERE NOT l.granted AND a.datname = current_database()`,
        );
        return rows.length > 0;
      });
      await other.query(end);
      await ours;
    } finally {
      await other.end();
    }
  };

  it('are sent by one of two processes that are at the same step', async () => {
    const visit = await visitIn(10);
    const who = await stage.traveller(visit);
    await meeting(who, visit, 'COMMIT');
    expect(await sent(who)).toBe(0);
  });

  it('are sent after all where the other process is broken off', async () => {
    const visit = await visitIn(10);
    const who = await stage.traveller(visit);
    await meeting(who, visit, 'ROLLBACK');
    expect(await sent(who)).toBe(1);
  });
});
