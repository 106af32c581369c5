import { DataSource } from 'typeorm';
import { addMessageTimes, createMessageTables, Outbox } from '#messaging';
import { example } from './example.ts';

/** Sent in one transaction. */
const atOnce = 500;

/** Connects as a service does, with as many connections. */
export function openSchema(url: string, schema: string): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    schema,
    poolSize: 10,
    extra: { options: `-c search_path=${schema}` },
  }).initialize();
}

/** Makes the tables of one who sends and one who receives. */
export async function createSchemas(url: string): Promise<void> {
  for (const schema of ['sender', 'receiver']) {
    const dataSource = await openSchema(url, schema);
    await dataSource.query(`CREATE SCHEMA ${schema}`);
    await createMessageTables(dataSource);
    await addMessageTimes(dataSource);
    await dataSource.destroy();
  }
}

/** Sends so many messages; they wait in the outbox. */
export async function fillOutbox(url: string, messages: number): Promise<void> {
  const outbox = new Outbox('members');
  const sender = await openSchema(url, 'sender');
  for (let from = 0; from < messages; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, messages - from) }, (_, each) =>
      example.outgoing(from + each),
    );
    await sender.transaction((manager) => outbox.addAll(manager, some));
  }
  // As if it had been there for a while.
  await sender.query('VACUUM ANALYZE outbox');
  await sender.destroy();
}
