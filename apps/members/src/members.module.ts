import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { Site, type PageServiceParts } from '#ui';
import { ForgetIdempotencyKeys, messageControllers, messaging } from '#messaging';
import { ChangeNotices, RunOnce, Transactions } from '#platform';
import { actingPages, actingProviders } from './acting/acting.js';
import { accountPages, accountProviders } from './account/accounts.js';
import { OpenApiController } from './api/openapi.controller.js';
import { AssetsController } from './assets/assets.controller.js';
import { auditPages, auditProviders } from './audit/auditing.js';
import { erasingHandlers, erasingPages, erasingProviders } from './erasing/erasing.js';
import { boardPages, boardProviders } from './boards/boards.js';
import { identityControllers, identityProviders } from './identity/identities.js';
import { MailTemplatesController } from './mail-templates/mail-templates.controller.js';
import { importPages, importProviders } from './organisations/imports/imports.js';
import { organisationPages, organisationProviders } from './organisations/organisations.js';
import { ownDataPages, ownDataProviders } from './own-data/own-data.js';
import { peoplePages, peopleProviders } from './people/people.js';
import { replayHandlers, replayProviders } from './replay/replay.js';
import { retentionPages, retentionProviders, retentionSchedules } from './retention/retention.js';
import { signingInHandlers, signingInPages, signingInProviders } from './signing-in/signing-in.js';
import type { MembersSettings } from './settings.js';
import { CLOCK, LOG, SETTINGS, type Clock } from './tokens.js';

const messageHandlers = [...erasingHandlers, ...replayHandlers, ...signingInHandlers];

const schedules = [...retentionSchedules, ForgetIdempotencyKeys];

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
        OpenApiController,
        MailTemplatesController,
        ...organisationPages,
        ...peoplePages,
        ...boardPages,
        ...actingPages,
        ...importPages,
        ...auditPages,
        ...identityControllers,
        ...signingInPages,
        ...accountPages,
        ...erasingPages,
        ...ownDataPages,
        ...retentionPages,
        ...messageControllers,
      ],
      providers: [
        Transactions,
        RunOnce,
        ...messaging(parts, 'members', messageHandlers, schedules),
        ...organisationProviders,
        ...importProviders,
        ...auditProviders,
        ...peopleProviders,
        ...boardProviders,
        ...actingProviders,
        ...identityProviders,
        ...signingInProviders,
        ...accountProviders,
        ...erasingProviders,
        ...ownDataProviders,
        ...replayProviders,
        ...retentionProviders,
        { provide: SETTINGS, useValue: parts.settings },
        { provide: LOG, useValue: parts.log },
        { provide: CLOCK, useValue: now },
        { provide: ChangeNotices, useValue: parts.notices },
        { provide: Site, useValue: parts.site },
      ],
    };
  }
}
