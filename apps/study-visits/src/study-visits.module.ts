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
import { offerPages, offerProviders, offerSchedules } from './offers/offers.js';
import { selectionPages, selectionProviders } from './selection/selection.js';
import { mailSamples } from './mail-templates/mail-samples.js';
import { api } from './openapi/document.js';
import { personParts } from './person-parts.js';
import type { VisitSettings } from './settings.js';
import { travellerProviders } from './travellers/travellers.js';
import { visitPages, visitProviders } from './visits/visits.js';
import { secretPages, secretProviders, secretSchedules } from './secrets/secrets.js';
import { hostPages, hostProviders, hostSchedules } from './hosts/hosts.js';

/** What handles the messages that come. */
const handlers = [...peopleHandlers];

/** What is done again and again. */
const schedules = [
  ForgetIdempotencyKeys,
  ...hostSchedules,
  ...applicationSchedules,
  ...offerSchedules,
  ...secretSchedules,
];

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
        ...hostPages,
        ...visitPages,
        ...applicationPages,
        ...secretPages,
        ...selectionPages,
        ...offerPages,
      ],
      providers: [
        ...frame.providers,
        ...mailProviders('study-visits'),
        ...linkProviders,
        ...visitProviders,
        ...travellerProviders,
        ...hostProviders,
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
