import { randomUUID } from 'node:crypto';
import type { Telling } from '../events-calendar/read-model/telling.js';

type Query = Telling['query'];

/** Writes a row; with an id unless it has one. @returns the id */
export const insert = async (
  query: Query,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<string> => {
  const all = { id: randomUUID(), ...row };
  const columns = Object.keys(all);
  await query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(all),
  );
  return all.id;
};

/** Writes an exhibition straight into the tables. @returns its id */
export function addExhibition(
  query: Query,
  different: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return insert(query, 'exhibitions', {
    slug: `e-${randomUUID()}`,
    title: 'Labour Party Conference 2027',
    host: 'The Labour Party',
    city: 'Liverpool',
    venue: 'ACC Liverpool',
    zone: 'Europe/London',
    first_day: '2027-09-26',
    last_day: '2027-09-29',
    status: 'published',
    summary: '',
    description: '',
    passes_needed: false,
    walking_minutes: 15,
    swaps_need_approval: false,
    version: 1,
    created_at: '2027-01-04T09:00:00Z',
    changed_at: '2027-01-04T09:00:00Z',
    ...different,
  });
}

/** Somebody in the team of a stand. @returns their id there */
export function addMember(
  query: Query,
  exhibitionId: string,
  different: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return insert(query, 'team_members', {
    exhibition_id: exhibitionId,
    name: 'Bo Example',
    status: 'answered',
    secret_hash: Buffer.from(randomUUID()),
    experience: 'experienced',
    version: 1,
    ...different,
  });
}

/** A shift that somebody has. @returns the id of their part in it */
export async function addOwnShift(
  query: Query,
  exhibitionId: string,
  memberId: string,
  shift: { readonly from: string; readonly until: string; readonly status?: string },
): Promise<string> {
  const shiftId = await insert(query, 'shifts', {
    exhibition_id: exhibitionId,
    starts_at: shift.from,
    ends_at: shift.until,
    cover: 2,
    leads: 0,
    source: 'hand',
    version: 1,
  });
  return insert(query, 'current_assignments', {
    exhibition_id: exhibitionId,
    shift_id: shiftId,
    team_member_id: memberId,
    starts_at: shift.from,
    ends_at: shift.until,
    label: '',
    told_at: '2027-09-01T09:00:00Z',
    is_lead: false,
    status: shift.status ?? 'assigned',
    status_at: '2027-09-01T09:00:00Z',
    source: 'rota',
    version: 1,
  });
}
