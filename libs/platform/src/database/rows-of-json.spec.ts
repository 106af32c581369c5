import { Column, Entity, PrimaryColumn } from 'typeorm';
import { postgresDataSource } from './data-source.js';
import { rowsOfJson } from './rows-of-json.js';

@Entity('things')
class ThingRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'box_id', type: 'uuid' })
  boxId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  @Column({ name: 'filled_in_at', type: 'timestamptz' })
  filledInAt!: Date;
}

it('reads what to_jsonb writes as TypeORM reads the table', async () => {
  const dataSource = postgresDataSource({
    url: 'postgres://nobody@127.0.0.1:1/none',
    schema: 'nowhere',
    entities: [ThingRow],
    migrations: [],
  });
  // The entities are read without connecting.
  await (dataSource as unknown as { buildMetadatas(): Promise<void> }).buildMetadatas();
  const [row] = rowsOfJson<ThingRow>(dataSource.getMetadata(ThingRow), [
    {
      id: 'one',
      box_id: 'two',
      number: 3,
      name: '2026-01-01T00:00:00+00:00',
      email: null,
      secret_hash: '\\x00ff10',
      filled_in_at: '2026-11-22T12:00:00.123456+00:00',
    },
  ]);
  expect(row).toEqual({
    id: 'one',
    boxId: 'two',
    number: 3,
    name: '2026-01-01T00:00:00+00:00',
    email: null,
    secretHash: Buffer.from([0, 255, 16]),
    filledInAt: new Date('2026-11-22T12:00:00.123Z'),
  });
});
