import { execFileSync } from 'node:child_process';
import { usualWeights } from '../../../apps/study-visits/src/rooms/index.js';
import { roomsProblemOf } from '../../load/visits/rooms-problem.js';
import { runDue } from '../../run-due.js';
import { until } from '../../until.js';
import type { StagedVisit } from '../stage.js';
import { startRooms, type RoomsStage } from './rooms-stage.js';

/** Takes far longer than any test waits for it. */
const endless = roomsProblemOf({ travellers: 300, hotels: 6, nights: 12, seed: 1 }, usualWeights);

describe('a search for rooms', () => {
  let stage: RoomsStage;

  beforeAll(async () => {
    stage = await startRooms();
  });
  afterAll(() => stage?.stop());

  /** The processes that search at the moment. */
  const searching = (): number[] => {
    const service = String(stage.system.pid('study-visits'));
    const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args=']).toString().split('\n');
    return lines
      .map((line) => line.trim().split(/\s+/))
      .filter(([, parent, ...args]) => parent === service && /rooms-solver|bullmq/.test(args.join(' ')))
      .map(([pid]) => Number(pid));
  };

  const rowOf = async (visit: StagedVisit) =>
    (
      await stage.query<{ id: string; status: string; error: string | null; progress: object | null }>(
        'SELECT id, status, error, progress FROM room_searches WHERE visit_id = $1',
        [visit.id],
      )
    )[0];

  /** A visit on which somebody has a room, for which a search goes on that does not end. */
  const begun = async () => {
    const visit = await stage.visit({ columns: { first_day: '2035-03-11', last_day: '2035-03-12' } });
    await stage.traveller(visit, { name: 'Ann Ash' });
    await stage.hotel(visit, 'Centrale', [{ type: 'SG', rooms: 1 }]);
    await stage.propose(visit);
    const before = await stage.board(visit);
    expect(before).toHaveLength(1);
    await stage.query('DELETE FROM room_searches WHERE visit_id = $1', [visit.id]);
    await stage.query(
      `INSERT INTO room_searches (id, visit_id, status, asked_at, seconds, problem, attempts)
       VALUES (gen_random_uuid(), $1, 'waiting', now(), 600, $2, 0)`,
      [visit.id, JSON.stringify(endless)],
    );
    await runDue(stage.system, 'study-visits', 'look-after-room-searches');
    await until(async () => (await rowOf(visit))?.status === 'running' && searching().length === 1);
    return { visit, before };
  };

  it('is stopped by whoever asked: its process ends, and the rooms are as they were', async () => {
    const { visit, before } = await begun();
    expect((await stage.staff(`${visit.manage}/rooms/search`)).text).toContain(
      'Rooms are being searched for',
    );
    const search = (await rowOf(visit))?.id ?? '';
    expect((await stage.staff(`${visit.manage}/rooms/search/cancel`, { search })).status).toBe(303);
    await until(() => searching().length === 0);
    expect(await rowOf(visit)).toMatchObject({ status: 'cancelled' });
    expect(await stage.board(visit)).toEqual(before);
    expect((await stage.staff(`${visit.manage}/rooms`)).text).toContain('The last search was stopped');
  });

  it('whose process dies says so, and the rooms are as they were', async () => {
    const { visit, before } = await begun();
    const [pid] = searching();
    process.kill(pid ?? 0, 'SIGKILL');
    await until(async () => (await rowOf(visit))?.status === 'failed');
    expect((await rowOf(visit))?.error).toMatch(/ended unexpectedly.*The rooms are as they were\./);
    expect(await stage.board(visit)).toEqual(before);
    expect((await stage.staff(`${visit.manage}/rooms`)).text).toContain('ended unexpectedly');
    await stage.propose(visit);
    expect((await rowOf(visit))?.status).toBe('failed');
    expect((await stage.staff(`${visit.manage}/rooms`)).text).toContain('proven to be the best');
  });
});
