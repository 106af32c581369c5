import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mailIdOf } from '../../../apps/events-calendar/src/following/tell-followers.js';
import { until } from '../../until.js';
import { place, startStage, type Stage } from './stage.js';

const followers = 600;

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ NOTICE_WINDOW: '1' });
});
afterAll(() => stage.stop());

interface Told {
  readonly id: string;
  readonly total: number;
  readonly at: Date;
}

const told = () =>
  stage.query<Told>(
    `SELECT m.id, m.total, m.at FROM events_calendar.told_mailings m WHERE m.why = 'changed' ORDER BY m.at, m.id`,
  );

test('two replicas that are killed while they tell a crowd tell everybody of everything, once', async () => {
  const event = await stage.publish('Killed');
  await stage.crowd(event.ref, followers);
  const replica = await stage.replica();
  const turns = 4;
  for (let turn = 1; turn <= turns; turn += 1) {
    await stage.change(event.ref, { place: place(`Hall ${turn}`) });
    // The one, the other, at moments that fall before, in and after the telling.
    const victim = turn % 2 === 0 ? stage.system : replica;
    await wait(900 + turn * 120);
    await victim.kill('events-calendar');
    await victim.restart('events-calendar');
  }
  await stage.noted();
  await until(async () => {
    const left = await stage.query('SELECT FROM events_calendar.notices WHERE told_at IS NULL');
    return left.length === 0;
  });
  const mailings = await told();
  expect(mailings.length).toBeGreaterThan(0);
  expect(mailings.length).toBeLessThanOrEqual(turns);
  expect(mailings.map(({ total }) => total)).toEqual(mailings.map(() => followers));
  const [edits] = await stage.query<{ edits: number }>(
    `SELECT sum(edits)::int AS edits FROM events_calendar.notices WHERE why = 'changed'`,
  );
  expect(edits?.edits).toBe(turns);

  const people = await stage.query<{ person_id: string }>('SELECT person_id FROM events_calendar.follows');
  const owed = mailings.flatMap(({ id }) => people.map(({ person_id: personId }) => mailIdOf(id, personId)));
  const asked = async () =>
    (await stage.query<{ id: string }>('SELECT id FROM mailer.mails WHERE mailing_id IS NOT NULL')).map(
      ({ id }) => id,
    );
  await until(async () => (await asked()).length >= owed.length);
  expect((await asked()).toSorted()).toEqual(owed.toSorted());
  const [last] = await stage.query<{ text: string }>('SELECT text FROM mailer.mailings WHERE id = $1', [
    mailings.at(-1)?.id,
  ]);
  expect(last?.text).toContain(`Hall ${turns}`);
}, 240_000);
