import { randomUUID } from 'node:crypto';
import { placesAddUp } from '../../apps/conference-registration/src/places/places-add-up.js';
import { withoutLock } from './lock-off.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

interface Begun {
  readonly reference: string;
  readonly code: string;
  readonly detail: string;
}

describe('places that a code keeps', () => {
  let stage: ConferenceStage;
  let robin: Booker;
  beforeAll(async () => {
    stage = await startConferences();
    robin = await stage.booker();
  });
  afterAll(() => stage.stop());

  /** One house of one place, which the code keeps. */
  async function keptConference(): Promise<StagedConference> {
    const conference = await stage.conference({
      tickets: { Full: {} },
      pools: { House: { capacity: 1 } },
      codes: { SPEAKER: { uses: 1, tickets: ['Full'], priceChange: { kind: 'price', pence: 0 } } },
    });
    const { id, tickets, pools, codes } = conference;
    const count = randomUUID();
    await stage.query('UPDATE codes SET reserves = true WHERE conference_id = $1', [id]);
    await stage.query(
      `INSERT INTO counts (id, conference_id, kind, subject_id, taken) VALUES ($1, $2, 'pool', $3, 1)`,
      [count, id, pools['House']],
    );
    await stage.query(
      `INSERT INTO places (id, conference_id, ticket_type_id, status, count_ids, code_id, net_pence, vat_basis_points, made_at)
       VALUES ($1, $2, $3, 'reserved', ARRAY[$4::uuid], $5, 0, 2000, now())`,
      [randomUUID(), id, tickets['Full'], count, codes['SPEAKER']],
    );
    return conference;
  }

  const begin = ({ id, tickets }: StagedConference, code = '') =>
    stage.api<Begun>('POST', `/conferences/${id}/bookings`, robin.api, {
      for: { organisationId: robin.organisationId },
      quantities: { [tickets['Full'] ?? '']: 1 },
      code,
    });

  const race = async (conference: StagedConference) =>
    Promise.all(Array.from({ length: 50 }, () => begin(conference, 'speaker')));

  it('are had by one of 50 who have it and ask at once, and by nobody without it', async () => {
    const conference = await keptConference();
    expect((await begin(conference)).body.code).toBe('sold-out');
    const answers = await race(conference);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['code-used']));
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  it('are had by several where the lock is off, so the test above can fail', async () => {
    const conference = await keptConference();
    const answers = await withoutLock(stage, () => race(conference));
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(1);
  });

  it('are kept again when they are given back, until the code has ended', async () => {
    const conference = await keptConference();
    const { reference } = (await begin(conference, 'SPEAKER')).body;
    await stage.api('POST', `/bookings/${reference}/give-up`, robin.api, {});
    expect((await begin(conference)).body.code).toBe('sold-out');
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);

    const again = (await begin(conference, 'SPEAKER')).body.reference;
    await stage.query(`UPDATE codes SET expires_at = now() WHERE conference_id = $1`, [conference.id]);
    await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [conference.id]);
    await stage.api('POST', `/bookings/${again}/give-up`, robin.api, {});
    expect((await begin(conference)).status).toBe(201);
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });

  it('and did not give out are free as soon as it has ended', async () => {
    const conference = await keptConference();
    await stage.query(`UPDATE codes SET expires_at = now() WHERE conference_id = $1`, [conference.id]);
    await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [conference.id]);
    expect((await begin(conference, 'SPEAKER')).status).toBe(422);
    expect((await begin(conference)).status).toBe(201);
    await expect(placesAddUp(stage.query, conference.id)).resolves.toEqual([]);
  });
});
