import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { Site, type PageServiceParts } from '#ui';
import { Outbox } from '#messaging';
import { ChangeNotices, Transactions } from '#platform';
import { ApiTokens } from './api-tokens/api-tokens.js';
import { AssetsController } from './assets/assets.controller.js';
import { auditPages, auditProviders } from './audit/auditing.js';
import { ListMembers } from './organisations/list-members.js';
import { MembersByCategoryPage } from './organisations/pages/members-by-category.page.js';
import { SitemapController } from './organisations/sitemap.controller.js';
import { peopleProviders } from './people/people.js';
import { Sessions } from './sessions/sessions.js';
import type { MembersSettings } from './settings.js';
import { CLOCK, type Clock } from './tokens.js';

const now: Clock = () => Temporal.Now.instant();

@Module({})
export class MembersModule {
  static with({ dataSource, site, notices }: PageServiceParts<MembersSettings>): DynamicModule {
    return {
      module: MembersModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: () => dataSource.initialize(),
        }),
      ],
      controllers: [MembersByCategoryPage, SitemapController, AssetsController, ...auditPages],
      providers: [
        Transactions,
        ListMembers,
        ...auditProviders,
        ...peopleProviders,
        Sessions,
        ApiTokens,
        { provide: CLOCK, useValue: now },
        { provide: Outbox, useValue: new Outbox('members') },
        { provide: ChangeNotices, useValue: notices },
        { provide: Site, useValue: site },
      ],
    };
  }
}
