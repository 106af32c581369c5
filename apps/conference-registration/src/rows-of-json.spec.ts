import { createDataSource } from './data-source.js';
import { DelegateRow } from './bookings/delegate.entity.js';
import { rowsOfJson } from './rows-of-json.js';

it('reads what to_jsonb writes as TypeORM reads the table', async () => {
  const dataSource = createDataSource('postgres://nobody@127.0.0.1:1/none');
  // The entities are read without connecting.
  await (dataSource as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();
  const [row] = rowsOfJson<DelegateRow>(dataSource.getMetadata(DelegateRow), [
    {
      id: 'one',
      booking_id: 'two',
      number: 3,
      name: '2026-01-01T00:00:00+00:00',
      email: null,
      secret_hash: '\\x00ff10',
      filled_in_at: '2026-11-22T12:00:00.123456+00:00',
    },
  ]);
  expect(row).toMatchObject({
    id: 'one',
    bookingId: 'two',
    number: 3,
    name: '2026-01-01T00:00:00+00:00',
    email: null,
    secretHash: Buffer.from([0, 255, 16]),
    filledInAt: new Date('2026-11-22T12:00:00.123Z'),
  });
});
