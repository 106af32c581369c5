import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '#launcher';
import { createDataSource } from '../../../apps/events-calendar/src/data-source.js';
import { visitor } from '../../../apps/events-calendar/src/events/domain/visibility.js';
import { KeepPerson } from '../../../apps/events-calendar/src/members/keep-person.js';
import { MergePerson } from '../../../apps/events-calendar/src/members/merge-person.js';
import { hashOfSecret, newSecret } from '../../../apps/events-calendar/src/personal-feeds/domain/secret.js';
import { FindFeedReader } from '../../../apps/events-calendar/src/personal-feeds/find-feed-reader.js';
import { PersonalFeedRow } from '../../../apps/events-calendar/src/personal-feeds/personal-feed.entity.js';
import { oversight, person, seat } from '../read-model/telling.js';

describe('a term that ends while nobody is told of anything', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let now = Temporal.Instant.from('2026-01-01T00:00:00Z');
  const secret = newSecret();

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource(database.url('events-calendar')).initialize();
    const told = person({ seats: [seat('2026-04-01', '2026-09-30')] });
    const keep = new KeepPerson(new MergePerson());
    await dataSource.transaction((manager) => keep.run(manager, told, 1));
    await dataSource.manager.insert(PersonalFeedRow, {
      secretHash: hashOfSecret(secret),
      personId: told.id,
      madeAt: new Date(),
    });
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  // In summer the days of London begin an hour before those of UTC.
  it.each([
    ['2026-03-31T22:59:59Z', false],
    ['2026-03-31T23:00:00Z', true],
    ['2026-09-30T22:59:59Z', true],
    ['2026-09-30T23:00:00Z', false],
  ])('ends, and begins, at midnight in London: %s', async (instant, holds) => {
    const readers = new FindFeedReader(dataSource, () => now);
    now = Temporal.Instant.from(instant);
    await expect(readers.bySecret(secret)).resolves.toMatchObject({
      reader: holds ? { roles: ['person', 'board'], boards: [oversight] } : visitor,
    });
  });
});
