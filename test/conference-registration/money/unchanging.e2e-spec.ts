import { setTheStage, actor, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await setTheStage();
  const booking = await stage.booking(2);
  await stage.transactions.run((manager) =>
    stage.invoices.run(manager, { booking, placeIds: booking.placeIds, actor }),
  );
});
afterAll(() => stage.close());

describe('an issued document', () => {
  it.each([
    `UPDATE documents SET content = '{}'`,
    `UPDATE documents SET gross_pence = 0 WHERE false`,
    'DELETE FROM documents',
    'TRUNCATE documents CASCADE',
    `UPDATE document_lines SET net_pence = 0`,
    'DELETE FROM document_lines',
    'TRUNCATE document_lines',
    `INSERT INTO documents SELECT * FROM documents ON CONFLICT (id) DO UPDATE SET content = '{}'`,
  ])('is not changed by %s, nor by the owner of the table', async (sql) => {
    await expect(stage.dataSource.query(sql)).rejects.toThrow(/an issued document never changes/);
    await expect(stage.admin.query(sql)).rejects.toThrow(/an issued document never changes/);
  });

  it('is there all the same', async () => {
    const rows: unknown[] = await stage.dataSource.query('SELECT id FROM documents');
    expect(rows).toHaveLength(1);
  });

  it('keeps its booking from being deleted', async () => {
    await expect(stage.dataSource.query('DELETE FROM bookings')).rejects.toThrow(/documents_booking_id_fkey/);
  });
});
