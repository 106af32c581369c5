import { Module, type DynamicModule } from '@nestjs/common';
import { assetsController, pageServiceFrame, type PageServiceParts } from '#ui';
import { ForgetIdempotencyKeys, messageControllers, messaging, mailTemplatesController } from '#messaging';
import { descriptionController } from '#platform';
import { actingPages, actingProviders } from './acting/acting.js';
import { accountPages, accountProviders } from './account/accounts.js';
import { api } from './api/document.js';
import { auditPages, auditProviders } from './audit/auditing.js';
import { erasingHandlers, erasingPages, erasingProviders } from './erasing/erasing.js';
import { boardPages, boardProviders } from './boards/boards.js';
import { identityControllers, identityProviders } from './identity/identities.js';
import { mailSamples } from './mail-templates/mail-samples.js';
import { importPages, importProviders } from './organisations/imports/imports.js';
import { organisationPages, organisationProviders } from './organisations/organisations.js';
import { ownDataPages, ownDataProviders } from './own-data/own-data.js';
import { peoplePages, peopleProviders } from './people/people.js';
import { replayHandlers, replayProviders } from './replay/replay.js';
import { retentionPages, retentionProviders, retentionSchedules } from './retention/retention.js';
import { signingInHandlers, signingInPages, signingInProviders } from './signing-in/signing-in.js';
import type { MembersSettings } from './settings.js';

const messageHandlers = [...erasingHandlers, ...replayHandlers, ...signingInHandlers];

const schedules = [...retentionSchedules, ForgetIdempotencyKeys];

@Module({})
export class MembersModule {
  static with(parts: PageServiceParts<MembersSettings>): DynamicModule {
    const frame = pageServiceFrame(parts);
    return {
      module: MembersModule,
      imports: frame.imports,
      controllers: [
        assetsController('/members/assets'),
        descriptionController(api),
        mailTemplatesController(mailSamples),
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
        ...frame.providers,
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
      ],
    };
  }
}
