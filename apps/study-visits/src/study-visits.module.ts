import { Module, type DynamicModule } from '@nestjs/common';
import {
  ForgetIdempotencyKeys,
  mailProviders,
  mailTemplatesController,
  messageControllers,
  messaging,
} from '#messaging';
import { peopleControllers, peopleHandlers, peopleProviders } from '#people';
import { descriptionController } from '#platform';
import { assetsController, pageServiceFrame, type PageServiceParts } from '#ui';
import { applicationPages, applicationProviders, applicationSchedules } from './applications/applications.js';
import { islands } from './assets/islands.js';
import { linkProviders } from './links/links.js';
import { offerProviders, offerSchedules } from './offers/offers.js';
import { selectionProviders } from './selection/selection.js';
import { mailSamples } from './mail-templates/mail-samples.js';
import { api } from './openapi/document.js';
import { personParts } from './person-parts.js';
import type { VisitSettings } from './settings.js';
import { travellerProviders } from './travellers/travellers.js';
import { visitPages, visitProviders } from './visits/visits.js';
import { secretPages, secretProviders, secretSchedules } from './secrets/secrets.js';

/** What handles the messages that come. */
const handlers = [...peopleHandlers];

/** What is done again and again. */
const schedules = [ForgetIdempotencyKeys, ...applicationSchedules, ...offerSchedules, ...secretSchedules];

@Module({})
export class StudyVisitsModule {
  static with(parts: PageServiceParts<VisitSettings>): DynamicModule {
    const frame = pageServiceFrame(parts);
    return {
      module: StudyVisitsModule,
      global: true,
      imports: frame.imports,
      controllers: [
        descriptionController(api),
        ...peopleControllers,
        mailTemplatesController(mailSamples),
        assetsController('/visits/assets', islands),
        ...messageControllers,
        ...visitPages,
        ...applicationPages,
        ...secretPages,
      ],
      providers: [
        ...frame.providers,
        ...mailProviders('study-visits'),
        ...linkProviders,
        ...visitProviders,
        ...travellerProviders,
        ...selectionProviders,
        ...offerProviders,
        ...applicationProviders,
        ...secretProviders,
        ...peopleProviders(
          {
            app: 'study-visits',
            title: 'What the study visits know of you',
            organisationsTitle: 'Organisations that you belong to',
            contactTitle: 'Looks after its bookings',
            log: parts.log,
          },
          personParts,
        ),
        ...messaging(parts, 'study-visits', handlers, schedules),
      ],
    };
  }
}
