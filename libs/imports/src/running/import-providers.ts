import { getDataSourceToken } from '@nestjs/typeorm';
import type { InjectionToken, Provider, Type } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { EventStreams, type Log } from '#platform';
import type { ImportRecord } from '../import-record.js';
import { ImportStates } from '../import-states.js';
import { ConfirmImport } from './confirm-import.js';
import { ImportRunner, type ImportWork } from './import-runner.js';

/**
 * What takes an app's imports from one state to the next, for its module.
 *
 * @param records the app's entity for its table `imports`
 * @param work what writes an import; a provider of the app
 * @param log the token of the service's log
 */
export const providersForImports = (
  records: Type<ImportRecord>,
  work: Type<ImportWork>,
  log: InjectionToken,
): Provider[] => [
  {
    provide: ImportStates,
    useFactory: (dataSource: DataSource) => new ImportStates(dataSource, records),
    inject: [getDataSourceToken()],
  },
  {
    provide: ImportRunner,
    useFactory: (writer: ImportWork, out: Log) => new ImportRunner(writer, out),
    inject: [work, log],
  },
  {
    provide: ConfirmImport,
    useFactory: (states: ImportStates, runner: ImportRunner) => new ConfirmImport(states, runner),
    inject: [ImportStates, ImportRunner],
  },
  { provide: EventStreams, useFactory: () => new EventStreams() },
];
