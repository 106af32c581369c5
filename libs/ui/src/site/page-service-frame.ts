import type { DynamicModule, Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import {
  ChangeNotices,
  CLOCK,
  LOG,
  PublicResponses,
  RunOnce,
  SETTINGS,
  Transactions,
  type Clock,
} from '#platform';
import type { PageServiceParts } from './page-service.js';
import { Site } from './site.js';

const now: Clock = () => Temporal.Now.instant();

/** What the module of every service with pages has, besides what the service is about. */
export function pageServiceFrame(parts: PageServiceParts<unknown>): {
  readonly imports: DynamicModule[];
  readonly providers: Provider[];
} {
  const { dataSource } = parts;
  return {
    imports: [
      TypeOrmModule.forRootAsync({
        useFactory: () => dataSource.options,
        dataSourceFactory: () => dataSource.initialize(),
      }),
    ],
    providers: [
      Transactions,
      RunOnce,
      { provide: SETTINGS, useValue: parts.settings },
      { provide: LOG, useValue: parts.log },
      { provide: CLOCK, useValue: now },
      { provide: Site, useValue: parts.site },
      { provide: PublicResponses, useValue: parts.publicResponses },
      { provide: ChangeNotices, useValue: parts.notices },
    ],
  };
}
