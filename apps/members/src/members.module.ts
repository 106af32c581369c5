import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { Site, type PageServiceParts } from '#ui';
import { Outbox } from '#messaging';
import { ChangeNotices, RunOnce, Transactions } from '#platform';
import { AssetsController } from './assets/assets.controller.js';
import { auditPages, auditProviders } from './audit/auditing.js';
import { erasingPages, erasingProviders } from './erasing/erasing.js';
import { identityControllers, identityProviders } from './identity/identities.js';
import { organisationPages, organisationProviders } from './organisations/organisations.js';
import { ownDataPages, ownDataProviders } from './own-data/own-data.js';
import { peopleProviders } from './people/people.js';
import { retentionPages, retentionProviders } from './retention/retention.js';
import type { MembersSettings } from './settings.js';
import { CLOCK, LOG, SETTINGS, type Clock } from './tokens.js';

const now: Clock = () => Temporal.Now.instant();

@Module({})
export class MembersModule {
  static with(parts: PageServiceParts<MembersSettings>): DynamicModule {
    const { dataSource } = parts;
    return {
      module: MembersModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: () => dataSource.initialize(),
        }),
      ],
      controllers: [
        AssetsController,
        ...organisationPages,
        ...auditPages,
        ...identityControllers,
        ...erasingPages,
        ...ownDataPages,
        ...retentionPages,
      ],
      providers: [
        Transactions,
        RunOnce,
        ...organisationProviders,
        ...auditProviders,
        ...peopleProviders,
        ...identityProviders,
        ...erasingProviders,
        ...ownDataProviders,
        ...retentionProviders,
        { provide: SETTINGS, useValue: parts.settings },
        { provide: LOG, useValue: parts.log },
        { provide: CLOCK, useValue: now },
        { provide: Outbox, useValue: new Outbox('members') },
        { provide: ChangeNotices, useValue: parts.notices },
        { provide: Site, useValue: parts.site },
      ],
    };
  }
}
