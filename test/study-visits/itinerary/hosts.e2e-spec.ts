import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { runDue } from '../../run-due.js';
import { insert, staffPerson, startVisits, type VisitsStage } from '../stage.js';

interface HostJson {
  readonly id: string;
  readonly name: string;
  readonly contacts: readonly { readonly name: string }[];
  readonly visits: readonly { readonly title: string }[];
  readonly version: number;
}

interface ProblemJson {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string }[];
}

const contact = (name: string) => ({
  name,
  role: 'Visits',
  phone: '+39 051 000',
  email: `${name}@example.org`,
});

describe('hosts and interpreters', () => {
  let stage: VisitsStage;
  let staff: Record<string, string>;

  beforeAll(async () => {
    stage = await startVisits();
    staff = await stage.headers({ ...staffPerson, via: 'api' });
  });
  afterAll(async () => stage?.stop());

  const add = async (different: object = {}) =>
    (
      await stage.api<HostJson>('POST', '/hosts', staff, {
        name: 'CADIAI',
        kind: 'social-care',
        ...different,
      })
    ).body;

  const item = async (visitId: string, hostId: string | null, columns: object = {}) => {
    const id = randomUUID();
    await insert(stage.query, 'itinerary_items', {
      id,
      visit_id: visitId,
      kind: 'visit',
      title: 'Visit',
      starts_at: '2035-03-12T09:00:00Z',
      zone: 'Europe/Madrid',
      ends_at: '2035-03-12T11:00:00Z',
      end_zone: 'Europe/Madrid',
      host_id: hostId,
      needs_interpreter: false,
      buffer_minutes: 0,
      status: 'planned',
      version: 1,
      ...columns,
    });
    return id;
  };

  it('says everything that is wrong, each at its field', async () => {
    const sent = {
      name: ' ',
      kind: 'casino',
      point: { lat: 91, lon: 0 },
      website: 'javascript:alert(1)',
      contacts: [{ ...contact('Ada'), email: 'nobody' }],
    };
    const { status, body } = await stage.api<ProblemJson>('POST', '/hosts', staff, sent);
    expect(status).toBe(422);
    expect(body.errors?.map(({ field }) => field)).toEqual([
      'name',
      'kind',
      'lat',
      'website',
      'contacts.0.email',
    ]);
  });

  it('keeps a change of two at once', async () => {
    const host = await add();
    const put = (version: number) =>
      stage.api<HostJson & ProblemJson>(
        'PUT',
        `/hosts/${host.id}`,
        { ...staff, 'if-match': `"${version}"` },
        {
          name: 'CADIAI coop',
          kind: 'social-care',
        },
      );
    expect(await put(1)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await put(1)).toMatchObject({ status: 412, body: { code: 'edited-meanwhile' } });
  });

  it('is not deleted while visits are planned there, and says which', async () => {
    const host = await add({ name: 'Banca Etica' });
    const visit = await stage.visit({ title: 'Emilia-Romagna 2035' });
    const id = await item(visit.id, host.id);
    const refused = await stage.api<ProblemJson>('DELETE', `/hosts/${host.id}`, staff);
    expect(refused).toMatchObject({ status: 409, body: { code: 'host-visited' } });
    expect(refused.body.detail).toContain('“Emilia-Romagna 2035”');
    await stage.query('DELETE FROM itinerary_items WHERE id = $1', [id]);
    expect((await stage.api('DELETE', `/hosts/${host.id}`, staff)).status).toBe(204);
  });

  it('makes one of two that are the same', async () => {
    const [gone, kept] = [
      await add({ contacts: [contact('Ada'), contact('Bo')] }),
      await add({ contacts: [contact('Bo')] }),
    ];
    const visit = await stage.visit({ title: 'Mondragon' });
    await item(visit.id, gone.id);
    const { status, body } = await stage.api<HostJson>('POST', `/hosts/${gone.id}/merge`, staff, {
      into: kept.id,
    });
    expect(status).toBe(200);
    expect(body.contacts.map(({ name }) => name)).toEqual(['Bo', 'Ada']);
    expect(body.visits).toMatchObject([{ title: 'Mondragon' }]);
    expect((await stage.api('GET', `/hosts/${gone.id}`, staff)).status).toBe(404);
    const itself = await stage.api<ProblemJson>('POST', `/hosts/${kept.id}/merge`, staff, { into: kept.id });
    expect(itself).toMatchObject({ status: 422, body: { errors: [{ field: 'into' }] } });
  });

  it('does not delete an interpreter who is booked, but for what is cancelled', async () => {
    const rosa = await stage.api<{ id: string }>('POST', '/interpreters', staff, {
      name: 'Rosa',
      languages: ['Italian'],
    });
    const visit = await stage.visit();
    const itemId = await item(visit.id, null);
    await insert(stage.query, 'interpreter_bookings', { item_id: itemId, interpreter_id: rosa.body.id });
    const refused = await stage.api<ProblemJson>('DELETE', `/interpreters/${rosa.body.id}`, staff);
    expect(refused).toMatchObject({ status: 409, body: { code: 'interpreter-booked' } });
    await stage.query(`UPDATE itinerary_items SET status = 'cancelled' WHERE id = $1`, [itemId]);
    expect((await stage.api('DELETE', `/interpreters/${rosa.body.id}`, staff)).status).toBe(204);
  });

  it('forgets people of outside two years after the last visit, and nobody before', async () => {
    const [old, recent] = [
      await add({ contacts: [contact('Old')] }),
      await add({ contacts: [contact('New')] }),
    ];
    const long = await stage.visit({ columns: { first_day: '2019-03-01', last_day: '2019-03-05' } });
    await item(long.id, old.id);
    await item((await stage.visit()).id, recent.id);
    const ids = [old.id, recent.id];
    await stage.query(`UPDATE hosts SET changed_at = '2019-01-01' WHERE id = ANY($1)`, [ids]);
    await runDue(stage.system, 'study-visits', 'forget-outsiders');
    const rows = await stage.query<{ count: number }>(
      'SELECT jsonb_array_length(contacts) AS count FROM hosts WHERE id = ANY($1) ORDER BY array_position($1, id)',
      [ids],
    );
    expect(rows.map(({ count }) => count)).toEqual([0, 1]);
  });
});
