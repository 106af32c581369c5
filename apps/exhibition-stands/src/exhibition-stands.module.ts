import { Module, type DynamicModule } from '@nestjs/common';
import { knownConferenceHandlers, knownTravelHandlers } from '#elsewhere';
import {
  ForgetIdempotencyKeys,
  messageControllers,
  messaging,
  mailProviders,
  mailTemplatesController,
} from '#messaging';
import { peopleControllers, peopleHandlers, peopleProviders } from '#people';
import { descriptionController } from '#platform';
import { assetsController, pageServiceFrame, type PageServiceParts } from '#ui';
import { islands } from './assets/islands.js';
import { afterwardsPages, afterwardsProviders, afterwardsSchedules } from './afterwards/afterwards.js';
import { boardPages, boardProviders } from './board/board.js';
import { commitmentProviders, commitmentSchedules, commitmentsAsked } from './commitments/commitments.js';
import { dayPages, dayProviders, daySchedules } from './day/day.js';
import { eventPages, eventProviders, eventSchedules } from './events/events.js';
import { exhibitionPages, exhibitionProviders, exhibitionSchedules } from './exhibitions/exhibitions.js';
import { linkProviders } from './links/links.js';
import { mailSamples } from './mail-templates/mail-samples.js';
import { api } from './openapi/document.js';
import { passPages, passProviders } from './passes/passes.js';
import { personParts } from './person-parts.js';
import { planPages, planProviders } from './plans/plans.js';
import { publishedControllers, publishedPages, publishedProviders } from './published/published.js';
import { fillProviders } from './rota/fill/fills.js';
import { LookAfterFills } from './rota/fill/look-after-fills.schedule.js';
import {
  rotaProblemsControllers,
  rotaProblemsProviders,
  rotaProblemsSchedules,
} from './rota/problems/rota-problems.js';
import type { StandSettings } from './settings.js';
import { shiftPages, shiftProviders } from './shifts/shifts.js';
import { stockPages, stockProviders } from './stock/stock.js';
import { swapPages, swapProviders, swapSchedules } from './swaps/swaps.js';
import { teamPages, teamProviders } from './team/team.js';
import { tellingAgainHandlers, tellingAgainProviders } from './telling-again/telling-again.js';
import { visitorPages, visitorProviders, visitorSchedules } from './visitors/visitors.js';

/** What handles the messages that come. */
const handlers = [
  ...peopleHandlers,
  ...knownConferenceHandlers,
  ...knownTravelHandlers,
  ...tellingAgainHandlers,
];

/** What is done again and again. */
const schedules = [
  ForgetIdempotencyKeys,
  ...commitmentSchedules,
  ...exhibitionSchedules,
  ...eventSchedules,
  ...visitorSchedules,
  ...afterwardsSchedules,
  LookAfterFills,
  ...rotaProblemsSchedules,
  ...daySchedules,
  ...swapSchedules,
];

@Module({})
export class ExhibitionStandsModule {
  static with(parts: PageServiceParts<StandSettings>): DynamicModule {
    const frame = pageServiceFrame(parts);
    return {
      module: ExhibitionStandsModule,
      global: true,
      imports: frame.imports,
      controllers: [
        descriptionController(api),
        ...peopleControllers,
        mailTemplatesController(mailSamples),
        assetsController('/stands/assets', islands),
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
        ...swapPages,
        ...eventPages,
        ...visitorPages,
        ...afterwardsPages,
      ],
      providers: [
        ...frame.providers,
        ...exhibitionProviders,
        ...planProviders,
        ...linkProviders,
        ...commitmentProviders,
        commitmentsAsked,
        ...mailProviders('exhibition-stands'),
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
        ...swapProviders,
        ...stockProviders,
        ...eventProviders,
        ...visitorProviders,
        ...tellingAgainProviders,
        ...afterwardsProviders,
        ...messaging(parts, 'exhibition-stands', handlers, schedules),
      ],
    };
  }
}
