import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { ForgetIdempotencyKeys, messageControllers, messaging } from '#messaging';
import { peopleControllers, peopleHandlers, peopleProviders } from '#people';
import { ChangeNotices, PublicResponses, RunOnce, Transactions } from '#platform';
import { Site, type PageServiceParts } from '#ui';
import { AssetsController } from './assets/assets.controller.js';
import { boardPages, boardProviders } from './board/board.js';
import { commitmentHandlers, commitmentProviders } from './commitments/commitments.js';
import { dayPages, dayProviders, daySchedules } from './day/day.js';
import { eventPages, eventProviders, eventSchedules } from './events/events.js';
import { exhibitionPages, exhibitionProviders, exhibitionSchedules } from './exhibitions/exhibitions.js';
import { linkProviders } from './links/links.js';
import { MailTemplatesController } from './mail-templates/mail-templates.controller.js';
import { mailProviders } from './mails/mails.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { passPages, passProviders } from './passes/passes.js';
import { personParts } from './person-parts.js';
import { planPages, planProviders } from './plans/plans.js';
import { publishedControllers, publishedPages, publishedProviders } from './published/published.js';
import { fillProviders } from './rota/fill/fills.js';
import { LookAfterFills } from './rota/fill/look-after-fills.schedule.js';
import { rotaProblemsControllers, rotaProblemsProviders } from './rota/problems/rota-problems.js';
import type { StandSettings } from './settings.js';
import { shiftPages, shiftProviders } from './shifts/shifts.js';
import { stockPages, stockProviders } from './stock/stock.js';
import { teamPages, teamProviders } from './team/team.js';
import { visitorPages, visitorProviders, visitorSchedules } from './visitors/visitors.js';
import { CLOCK, LOG, SETTINGS, type Clock } from './tokens.js';

/** What handles the messages that come. */
const handlers = [...peopleHandlers, ...commitmentHandlers];

/** What is done again and again. */
const schedules = [
  ForgetIdempotencyKeys,
  ...exhibitionSchedules,
  ...eventSchedules,
  ...visitorSchedules,
  LookAfterFills,
  ...daySchedules,
];

const now: Clock = () => Temporal.Now.instant();

@Module({})
export class ExhibitionStandsModule {
  static with(parts: PageServiceParts<StandSettings>): DynamicModule {
    const { dataSource } = parts;
    return {
      module: ExhibitionStandsModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: () => dataSource.initialize(),
        }),
      ],
      controllers: [
        OpenApiController,
        ...peopleControllers,
        MailTemplatesController,
        AssetsController,
        ...rotaProblemsControllers,
        ...messageControllers,
        ...exhibitionPages,
        ...planPages,
        ...stockPages,
        ...teamPages,
        ...passPages,
        ...publishedPages,
        ...publishedControllers,
        ...shiftPages,
        ...boardPages,
        ...dayPages,
        ...eventPages,
        ...visitorPages,
      ],
      providers: [
        Transactions,
        RunOnce,
        ...exhibitionProviders,
        ...planProviders,
        ...linkProviders,
        ...commitmentProviders,
        ...mailProviders,
        ...teamProviders,
        ...passProviders,
        ...peopleProviders(
          {
            app: 'exhibition-stands',
            title: 'What the stands know of you',
            organisationsTitle: 'Organisations that you belong to',
            contactTitle: 'Looks after its bookings',
            log: parts.log,
          },
          personParts,
        ),
        ...fillProviders(parts),
        ...rotaProblemsProviders,
        ...boardProviders,
        ...shiftProviders,
        ...publishedProviders,
        ...dayProviders,
        ...stockProviders,
        ...eventProviders,
        ...visitorProviders,
        ...messaging(parts, 'exhibition-stands', handlers, schedules),
        { provide: SETTINGS, useValue: parts.settings },
        { provide: LOG, useValue: parts.log },
        { provide: CLOCK, useValue: now },
        { provide: Site, useValue: parts.site },
        { provide: PublicResponses, useValue: parts.publicResponses },
        { provide: ChangeNotices, useValue: parts.notices },
      ],
    };
  }
}
