import type { DynamicModule, Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ChangeNotices, CLOCK, LOG, SETTINGS, Transactions, type DemoClock, type Log } from '#platform';
import { AskForMail } from '../mails/ask-for-mail.js';
import type { MailApp } from '../mails/mail-apps.js';
import { Outbox } from '../outbox.js';

/** Nobody is written to about what never happened; calendars and other apps are told, as they show it. */
const noMail: Pick<AskForMail, 'run' | 'all'> = { run: async () => {}, all: async () => {} };

/** With what an app's demonstration is made. */
export interface Demonstration {
  readonly app: MailApp;
  /** In one transaction; see `inOneTransaction`. */
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  /** On which the app's tables announce changes: `exhibition_stands_changed`. */
  readonly changeChannel: string;
  readonly clock: DemoClock;
  readonly log: Log;
  /** Those that the use cases need, without the site's address. */
  readonly settings: object;
}

/**
 * What the module of every demonstration has, besides the use cases that it is made with: no pages, no mails, nothing that runs
 * by itself.
 */
export const demonstrationFrame = ({
  app,
  dataSource,
  databaseUrl,
  changeChannel,
  clock,
  log,
  settings,
}: Demonstration): {
  readonly global: true;
  readonly imports: DynamicModule[];
  readonly providers: Provider[];
} => ({
  global: true,
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => dataSource.options,
      dataSourceFactory: () => Promise.resolve(dataSource),
    }),
  ],
  providers: [
    Transactions,
    { provide: CLOCK, useValue: clock.now },
    { provide: LOG, useValue: log },
    { provide: SETTINGS, useValue: { ...settings, PUBLIC_URL: 'http://localhost' } },
    { provide: Outbox, useValue: new Outbox(app) },
    { provide: ChangeNotices, useValue: new ChangeNotices(databaseUrl, changeChannel, log) },
    { provide: AskForMail, useValue: noMail },
  ],
});
