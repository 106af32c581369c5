import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { runDue } from '../../run-due.js';
import { startSetUp, type SetUpStage } from './set-up-stage.js';

let stage: SetUpStage;

beforeAll(async () => {
  stage = await startSetUp();
});
afterAll(() => stage.stop());

const day = (from: Temporal.PlainDate, days: number) => from.add({ days }).toString();

describe('a visit whose last day is past', () => {
  it('is over where it was confirmed, by its own clock, and others are told; nothing else is', async () => {
    // On Midway the day of London's clock ends eleven hours later: whatever the clock shows, it is not over there.
    const west = Temporal.Now.plainDateISO('Pacific/Midway');
    const now = Temporal.Now.plainDateISO('UTC');
    const staged = async (status: 'announced' | 'confirmed', lastDay: string, zone: string) => {
      const columns = {
        first_day: '2026-01-01',
        last_day: lastDay,
        zone,
        applications_close_at: '2025-12-01T00:00:00Z',
        applications_open_at: '2025-11-01T00:00:00Z',
      };
      return stage.visit({ status, columns });
    };
    const past = await staged('confirmed', day(west, -1), 'Pacific/Midway');
    const today = await staged('confirmed', now.toString(), 'Pacific/Midway');
    const unsaid = await staged('announced', day(west, -1), 'Pacific/Midway');
    await runDue(stage.system, 'study-visits', 'end-visits');
    const rows = await stage.query<{ id: string; status: string }>('SELECT id, status FROM visits');
    const status = (id: string) => rows.find((row) => row.id === id)?.status;
    expect([past, today, unsaid].map(({ id }) => status(id))).toEqual(['over', 'confirmed', 'announced']);
    const told = await stage.query<{ payload: { status: string } }>(
      `SELECT payload FROM outbox WHERE aggregate_id = $1`,
      [past.id],
    );
    expect(told.map(({ payload }) => payload.status)).toEqual(['over']);
    expect(await stage.text(`${past.manage}/history`)).toContain('The study visits');
    expect(await stage.text('/visits/manage')).toContain('Say whether it took place');
    // It stays as it was.
    expect((await stage.staff.get(`${past.manage}/edit/money`)).location).toBe(past.manage);
    const program = { ...stage.program, 'if-match': '"2"' };
    const late = await stage.api<{ code: string }>('POST', `/visits/${past.id}/status`, program, {
      status: 'cancelled',
      reason: 'Late.',
    });
    expect(late.status).toBe(422);
  });
});
