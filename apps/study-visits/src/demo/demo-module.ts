import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { demonstrationFrame } from '#messaging';
import { FindOrganisation, FindPerson } from '#people';
import { readSettings, secret, uidDomain, type DemoClock, type Log } from '#platform';
import { ApplicationLinks } from '../applications/application-links.js';
import { BeginApplication } from '../applications/begin-application.js';
import { OpenApplication } from '../applications/open-application.js';
import { OrganisationChoices } from '../applications/organisation-choices.js';
import { PutInApplication } from '../applications/put-in-application.js';
import { SubmitApplication } from '../applications/submit-application.js';
import { WriteToApplicant } from '../applications/write-to-applicant.js';
import { CallOff } from '../calling-off/call-off.js';
import { KeepBudget } from '../budget/keep-budget.js';
import { ReadBudget } from '../budget/read-budget.js';
import { KeepBoardReport } from '../board-report/keep-board-report.js';
import { ReadBoardReport } from '../board-report/read-board-report.js';
import { IssueCertificates } from '../certificates/issue-certificates.js';
import { EraseVisit } from '../erasure/erase-visit.js';
import { EraseVisits } from '../erasure/erase-visits.schedule.js';
import { ReadErasure } from '../erasure/read-erasure.js';
import { KeepOwnFeedback } from '../feedback/own-feedback.js';
import { PartAnswers } from '../feedback/part-answers.schedule.js';
import { ReadFeedback } from '../feedback/read-feedback.js';
import { KeepOwnNote } from '../learning-notes/own-note.js';
import { PublishNote } from '../learning-notes/publish-note.js';
import { ReadNotes } from '../learning-notes/read-notes.js';
import { EraseDetails } from '../secrets/erase-details.js';
import { OpenTraveller } from '../travellers/open-traveller.js';
import { ReadRules } from '../destination-rules/read-rules.js';
import { KeepHosts } from '../hosts/keep-hosts.js';
import { ReadHosts } from '../hosts/read-hosts.js';
import { KeepInterpreters } from '../interpreters/keep-interpreters.js';
import { ReadInterpreters } from '../interpreters/read-interpreters.js';
import { AskForCredit } from '../invoicing/ask-for-credit.js';
import { AskForInvoices } from '../invoicing/ask-for-invoices.js';
import { EndCharges } from '../invoicing/end-charges.js';
import { KeepItems } from '../itinerary/keep-items.js';
import { KeepSplits } from '../itinerary/keep-splits.js';
import { Publications } from '../itinerary/publications.js';
import { PublishItinerary } from '../itinerary/publish-itinerary.js';
import { ReadItinerary } from '../itinerary/read-itinerary.js';
import { ReadNews } from '../itinerary/read-news.js';
import { TellTravellers } from '../itinerary/tell-travellers.js';
import { linkProviders } from '../links/links.js';
import { AnswerOffer } from '../offers/answer-offer.js';
import { MoveReservesUp } from '../offers/move-reserves-up.js';
import { OpenOffer } from '../offers/open-offer.js';
import { ReadClaims } from '../offers/read-claims.js';
import { TellApplicants } from '../offers/tell-applicants.js';
import { WriteOffers } from '../offers/write-offers.js';
import { KeepConsideration } from '../package-travel/keep-consideration.js';
import { ReadConsideration } from '../package-travel/read-consideration.js';
import { ChangePlan } from '../plans/change-plan.js';
import { BeginReadiness } from '../readiness/begin-readiness.js';
import { RemarkPapers } from '../readiness/remark-papers.js';
import { TellItem } from '../readiness/tell-item.js';
import { WriteToTravellers } from '../readiness/write-to-travellers.js';
import { KeepRisks } from '../risks/keep-risks.js';
import { ReadRisks } from '../risks/read-risks.js';
import { SignRisks } from '../risks/sign-risks.js';
import { sensitiveKeys } from '../secrets/setting.js';
import { SensitiveDetails } from '../secrets/sensitive-details.js';
import { ChangeSelection } from '../selection/change-selection.js';
import { CloseScoring } from '../selection/close-scoring.js';
import { KeepAssessors } from '../selection/keep-assessors.js';
import { KeepCriteria } from '../selection/keep-criteria.js';
import { PublishSeed } from '../selection/publish-seed.js';
import { ReadAssessed } from '../selection/read-assessed.js';
import { ReadSelection } from '../selection/read-selection.js';
import { RunSelection } from '../selection/run-selection.js';
import { SaveScore } from '../selection/save-score.js';
import { TellSelection } from '../selection/tell-selection.js';
import { ReadSigned } from '../sign-offs/read-signed.js';
import { SignOffs } from '../sign-offs/sign-offs.js';
import { KeepLegs } from '../travel/keep-legs.js';
import { PlaceTravellers } from '../travel/place-travellers.js';
import { ReadLegs } from '../travel/read-legs.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { ReadOwnNights } from '../rooms/own-nights.js';
import { ReadRooms } from '../rooms/read-rooms.js';
import { SaveHotel } from '../rooms/hotels/save-hotel.js';
import { SaveSleeper } from '../rooms/sleepers/save-sleeper.js';
import { MoveSleeper } from '../rooms/sleepers/move-sleeper.js';
import { RoomingLists } from '../rooms/lists/rooming-lists.js';
import { RetellTravellers } from '../telling-again/retell-travellers.js';
import { TellTraveller } from '../travellers/tell-traveller.js';
import { TravellerLinks } from '../travellers/traveller-links.js';
import { WriteTraveller } from '../travellers/write-traveller.js';
import { ChangeStatus } from '../visits/change-status.js';
import { ChangeVisit } from '../visits/change-visit.js';
import { CreateVisit } from '../visits/create-visit.js';
import { EndVisits } from '../visits/end-visits.js';
import { FindVisit } from '../visits/find-visit.js';
import { LockVisit } from '../visits/lock-visit.js';
import { TellVisit } from '../visits/tell-visit.js';
import { VisitHistory } from '../visits/visit-history.js';
import { TellOfComing, TellOfDaysToCome, TellOfTravellersToCome } from './tell-of-coming.js';

const settings = { UID_DOMAIN: uidDomain, LINK_SECRET: secret, SENSITIVE_KEYS: sensitiveKeys } as const;

/** The use cases that the demonstration is made with, without pages, mails or anything that runs by itself. */
@Module({})
export class DemoModule {
  static with(dataSource: DataSource, clock: DemoClock, databaseUrl: string, log: Log): DynamicModule {
    const frame = demonstrationFrame({
      app: 'study-visits',
      dataSource,
      databaseUrl,
      changeChannel: 'study_visits_changed',
      clock,
      log,
      settings: readSettings(settings, process.env),
    });
    return {
      ...frame,
      module: DemoModule,
      providers: [
        ...frame.providers,
        { provide: TellVisit, useClass: TellOfComing },
        RetellTravellers,
        { provide: TellTraveller, useClass: TellOfTravellersToCome },
        { provide: TellTravellers, useClass: TellOfDaysToCome },
        FindPerson,
        FindOrganisation,
        ...linkProviders,
        FindVisit,
        LockVisit,
        VisitHistory,
        ChangeVisit,
        CreateVisit,
        ChangeStatus,
        CallOff,
        EndCharges,
        AskForCredit,
        EndVisits,
        OpenTraveller,
        IssueCertificates,
        KeepOwnFeedback,
        ReadFeedback,
        PartAnswers,
        KeepOwnNote,
        ReadNotes,
        PublishNote,
        EraseDetails,
        EraseVisit,
        EraseVisits,
        ReadErasure,
        ReadBudget,
        ReadBoardReport,
        KeepBoardReport,
        ChangePlan,
        KeepBudget,
        KeepRisks,
        ReadRisks,
        SignRisks,
        KeepConsideration,
        ReadConsideration,
        SignOffs,
        ReadSigned,
        ReadRules,
        SensitiveDetails,
        RemarkPapers,
        BeginReadiness,
        WriteToTravellers,
        ApplicationLinks,
        BeginApplication,
        OpenApplication,
        OrganisationChoices,
        PutInApplication,
        SubmitApplication,
        WriteToApplicant,
        ChangeSelection,
        KeepCriteria,
        KeepAssessors,
        PublishSeed,
        ReadAssessed,
        ReadSelection,
        SaveScore,
        CloseScoring,
        RunSelection,
        TellSelection,
        AnswerOffer,
        AskForInvoices,
        OpenOffer,
        MoveReservesUp,
        ReadClaims,
        TellApplicants,
        WriteOffers,
        ReadTravellers,
        ReadOwnNights,
        TravellerLinks,
        WriteTraveller,
        ReadLegs,
        KeepLegs,
        PlaceTravellers,
        ReadHosts,
        KeepHosts,
        ReadInterpreters,
        KeepInterpreters,
        ReadItinerary,
        KeepItems,
        KeepSplits,
        Publications,
        PublishItinerary,
        ReadNews,
        TellItem,
        ReadRooms,
        SaveHotel,
        SaveSleeper,
        MoveSleeper,
        RoomingLists,
      ],
    };
  }
}
