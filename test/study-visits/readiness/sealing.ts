import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import { ChangeNotices, createLog, Transactions } from '#platform';
import { createDataSource } from '../../../apps/study-visits/src/data-source.js';
import { readKeys } from '../../../apps/study-visits/src/secrets/domain/keys.js';
import { ResealDetails } from '../../../apps/study-visits/src/secrets/reseal-details.js';
import { SensitiveDetails } from '../../../apps/study-visits/src/secrets/sensitive-details.js';
import type { VisitsStage } from '../stage.js';

/** A key as the setting has it. */
export const keyText = (id: string): string => `${id}:${randomBytes(32).toString('base64url')}`;

/** What one process of the app does with sealed details, by keys of its own, on a connection of its own. */
export interface Sealing {
  readonly details: SensitiveDetails;
  readonly reseal: ResealDetails;
  readonly transactions: Transactions;
  readonly dataSource: DataSource;
  /** What it logged. */
  readonly logged: string[];
  stop(this: void): Promise<void>;
}

export async function startSealing({ system }: Pick<VisitsStage, 'system'>, keys: string): Promise<Sealing> {
  const read = readKeys(keys);
  if (!read.ok) throw new Error('these are no keys');
  const settings = { SENSITIVE_KEYS: read.value };
  const logged: string[] = [];
  const log = createLog('sealing', 'info', { write: (line: string) => void logged.push(line) });
  const url = system.databaseUrl('study-visits');
  const dataSource = await createDataSource(url).initialize();
  const transactions = new Transactions(dataSource, new ChangeNotices(url, 'study_visits_changed', log));
  return {
    details: new SensitiveDetails(settings, () => Temporal.Now.instant()),
    reseal: new ResealDetails(transactions, settings, log),
    transactions,
    dataSource,
    logged,
    stop: () => dataSource.destroy(),
  };
}
