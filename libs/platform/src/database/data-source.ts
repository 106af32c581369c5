import { TypeOverrides, types } from 'pg';
import type { DataSource, MixedList } from 'typeorm';
import { OneConnectionEach } from './one-connection.js';
import { PreparingClient } from './preparing-client.js';

// A `date` is a day without a zone; as a JavaScript Date it would become midnight on the server's own clock.
types.setTypeParser(types.builtins.DATE, (value) => value);
/** PostgreSQL's number for `date[]`, which the driver has no name for. */
const dateList = 1182;

// The same of a list of them; in PostgreSQL's writing of it days need no quotes.
const readers = new TypeOverrides();
readers.setTypeParser(dateList, (value) => value.match(/[^{},]+/g) ?? []);

export interface DataSourceParts {
  /** The service's own role; its schema is first on that role's search path. */
  readonly url: string;
  readonly schema: string;
  readonly entities: MixedList<new () => object>;
  readonly migrations: MixedList<new () => object>;
  /** Connections at most; several replicas share the server's limit. */
  readonly poolSize?: number;
}

/**
 * The one way a service comes to its data. Never `synchronize`: tables come from migrations alone, each in a
 * transaction of its own. Server-side limits end a query or a transaction that was forgotten.
 */
export function postgresDataSource(parts: DataSourceParts): DataSource {
  return new OneConnectionEach({
    type: 'postgres',
    url: parts.url,
    schema: parts.schema,
    entities: parts.entities,
    migrations: parts.migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: parts.poolSize ?? 10,
    connectTimeoutMS: 5000,
    extra: {
      Client: PreparingClient,
      statement_timeout: 60_000,
      idle_in_transaction_session_timeout: 60_000,
      options: optionsWith(parts.url, '-c default_transaction_isolation=read\\ committed'),
      types: readers,
    },
    useUTC: true,
    logging: false,
  });
}

/** What the address (`?options=`) or PGOPTIONS asks of the server, and one thing more: what is given here would replace it. */
function optionsWith(url: string, option: string): string {
  const own = URL.canParse(url) ? new URL(url).searchParams.get('options') : null;
  return [own ?? process.env['PGOPTIONS'], option].filter(Boolean).join(' ');
}
