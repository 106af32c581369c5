import { Module, type DynamicModule } from '@nestjs/common';
import {
  ForgetIdempotencyKeys,
  mailProviders,
  mailTemplatesController,
  messageControllers,
  messaging,
} from '#messaging';
import { knownConferenceHandlers, knownShiftHandlers } from '#elsewhere';
import { peopleControllers, peopleHandlers, peopleProviders } from '#people';
import { descriptionController } from '#platform';
import { assetsController, pageServiceFrame, type PageServiceParts } from '#ui';
import { applicationPages, applicationProviders, applicationSchedules } from './applications/applications.js';
import { islands } from './assets/islands.js';
import { fundingPages, fundingProviders } from './funding/funding.js';
import { invoicingHandlers, invoicingPages, invoicingProviders } from './invoicing/invoicing.js';
import { headCountPages, headCountProviders } from './head-counts/head-counts.js';
import { erasurePages, erasureProviders, erasureSchedules } from './erasure/erasure.js';
import { afterwardsPages } from './afterwards/afterwards.js';
import { boardReportPages, boardReportProviders } from './board-report/board-report.js';
import { certificatePages, certificateProviders, certificateSchedules } from './certificates/certificates.js';
import { feedbackPages, feedbackProviders, feedbackSchedules } from './feedback/feedback.js';
import {
  learningNotePages,
  learningNoteProviders,
  learningNoteSchedules,
} from './learning-notes/learning-notes.js';
import { linkProviders } from './links/links.js';
import { offerPages, offerProviders, offerSchedules } from './offers/offers.js';
import { selectionPages, selectionProviders } from './selection/selection.js';
import { mailSamples } from './mail-templates/mail-samples.js';
import { api } from './openapi/document.js';
import { personParts } from './person-parts.js';
import type { VisitSettings } from './settings.js';
import { travelPages, travelProviders } from './travel/travel.js';
import { tellingAgainHandlers, tellingAgainProviders } from './telling-again/telling-again.js';
import { expensePages, expenseProviders, expenseSchedules } from './expenses/expenses.js';
import { incidentPages, incidentProviders, incidentSchedules } from './incidents/incidents.js';
import { travellerPages, travellerProviders } from './travellers/travellers.js';
import { paperPages, paperProviders, paperSchedules } from './papers/papers.js';
import { planPages, planProviders } from './plans/plans.js';
import { roomPages, roomProviders, roomSchedules } from './rooms/rooms.js';
import { visitPages, visitProviders, visitSchedules } from './visits/visits.js';
import { secretPages, secretProviders, secretSchedules } from './secrets/secrets.js';
import { handoutPages, handoutProviders } from './handouts/handouts.js';
import { hostPages, hostProviders, hostSchedules } from './hosts/hosts.js';
import { destinationRulePages, destinationRuleProviders } from './destination-rules/destination-rules.js';
import { readinessPages, readinessProviders, readinessSchedules } from './readiness/readiness.js';
import { itineraryPages, itineraryProviders } from './itinerary/itinerary.js';
import { liveChangePages, liveChangeProviders } from './live-changes/live-changes.js';
import { OwnTravelsController } from './own-travels/api/own-travels.controller.js';
import { ListOwnTravels } from './own-travels/list-own-travels.js';
import { briefingPages, briefingProviders, briefingSchedules } from './briefings/briefings.js';
import {
  doubleBookingControllers,
  doubleBookingProviders,
  doubleBookingSchedules,
  elsewhereAsked,
} from './double-bookings/double-bookings.js';
import { partyPages, partyProviders } from './party/party.js';

/** What handles the messages that come. */
const handlers = [
  ...peopleHandlers,
  ...invoicingHandlers,
  ...knownConferenceHandlers,
  ...knownShiftHandlers,
  ...tellingAgainHandlers,
];

/** What is done again and again. */
const schedules = [
  ForgetIdempotencyKeys,
  ...visitSchedules,
  ...hostSchedules,
  ...applicationSchedules,
  ...offerSchedules,
  ...secretSchedules,
  ...readinessSchedules,
  ...briefingSchedules,
  ...roomSchedules,
  ...paperSchedules,
  ...expenseSchedules,
  ...incidentSchedules,
  ...erasureSchedules,
  ...feedbackSchedules,
  ...learningNoteSchedules,
  ...certificateSchedules,
  ...doubleBookingSchedules,
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
        ...handoutPages,
        ...itineraryPages,
        ...liveChangePages,
        OwnTravelsController,
        ...briefingPages,
        ...paperPages,
        ...visitPages,
        ...fundingPages,
        ...invoicingPages,
        ...planPages,
        ...applicationPages,
        ...secretPages,
        ...destinationRulePages,
        ...readinessPages,
        ...selectionPages,
        ...offerPages,
        ...travellerPages,
        ...expensePages,
        ...incidentPages,
        ...partyPages,
        ...doubleBookingControllers,
        ...travelPages,
        ...headCountPages,
        ...roomPages,
        ...erasurePages,
        ...afterwardsPages,
        ...feedbackPages,
        ...learningNotePages,
        ...certificatePages,
        ...boardReportPages,
      ],
      providers: [
        ...frame.providers,
        ...mailProviders('study-visits'),
        ...linkProviders,
        ...visitProviders,
        ...planProviders,
        ...travellerProviders,
        ...expenseProviders,
        ...incidentProviders,
        ...partyProviders,
        ...doubleBookingProviders,
        elsewhereAsked,
        ...travelProviders,
        ...headCountProviders,
        ...roomProviders(parts),
        ...fundingProviders,
        ...invoicingProviders,
        ...tellingAgainProviders,
        ...hostProviders,
        ...handoutProviders,
        ...itineraryProviders,
        ...liveChangeProviders,
        ListOwnTravels,
        ...briefingProviders,
        ...paperProviders(parts),
        ...selectionProviders,
        ...offerProviders,
        ...applicationProviders,
        ...secretProviders,
        ...erasureProviders,
        ...feedbackProviders,
        ...learningNoteProviders,
        ...certificateProviders,
        ...boardReportProviders,
        ...destinationRuleProviders,
        ...readinessProviders,
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
