import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { demonstrationFrame } from '#messaging';
import { FindPerson } from '#people';
import { readSettings, secret, uidDomain, type DemoClock, type Log } from '#platform';
import { AnswerFeedback } from '../afterwards/feedback/answer-feedback.js';
import { ReadFeedback } from '../afterwards/feedback/read-feedback.js';
import { ReadHours } from '../afterwards/hours/read-hours.js';
import { KeepNotes } from '../afterwards/notes/keep-notes.js';
import { KeepThanksWords } from '../afterwards/thanks/keep-thanks-words.js';
import { ReadThanks } from '../afterwards/thanks/read-thanks.js';
import { SendThanks } from '../afterwards/thanks/send-thanks.js';
import { ThanksMails } from '../afterwards/thanks/thanks-mails.js';
import { BuildRotaProblem } from '../board/build-rota-problem.js';
import { DraftsRepository } from '../board/drafts.repository.js';
import { KeepStep } from '../board/keep-step.js';
import { LeadFactsOf } from '../board/lead-facts-of.js';
import { PublishableRota } from '../board/publishable-rota.js';
import { ReadTold } from '../board/read-told.js';
import { commitmentProviders } from '../commitments/commitments.js';
import { KeepCosts } from '../costs/keep-costs.js';
import { DayMails } from '../day/day-mails.js';
import { AnswerCover } from '../day/answer-cover.js';
import { CoverLinks } from '../day/cover-links.js';
import { CoverRepository } from '../day/cover.repository.js';
import { DropOut } from '../day/drop-out.js';
import { SayPresence } from '../day/say-presence.js';
import { MoveCoverOn } from '../day/move-cover-on.js';
import { ReadShiftToCover } from '../day/shift-to-cover.js';
import { eventUseCases } from '../events/events.js';
import { ChangeExhibition } from '../exhibitions/change-exhibition.js';
import { ChangeStatus } from '../exhibitions/change-status.js';
import { CreateExhibition } from '../exhibitions/create-exhibition.js';
import { EndExhibitions } from '../exhibitions/end-exhibitions.js';
import { ExhibitionHistory } from '../exhibitions/exhibition-history.js';
import { FindExhibition } from '../exhibitions/find-exhibition.js';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { TellExhibition } from '../exhibitions/tell-exhibition.js';
import { linkProviders } from '../links/links.js';
import { passProviders } from '../passes/passes.js';
import { ChangePlan } from '../plans/change-plan.js';
import { CallOffShifts } from '../published/call-off-shifts.js';
import { ChangeCurrent } from '../published/change-current.js';
import { PublishRota } from '../published/publish-rota.js';
import { ReadCurrent } from '../published/read-current.js';
import { ReadPublishing } from '../published/read-publishing.js';
import { ReadRota } from '../published/read-rota.js';
import { ShiftMails } from '../published/shift-mails.js';
import { TellShifts } from '../published/tell-shifts.js';
import { WriteCurrent } from '../published/write-current.js';
import { shiftProviders } from '../shifts/shifts.js';
import { ChangeSketch } from '../sketch/change-sketch.js';
import { CountPlace } from '../stock/counting/count-place.js';
import { KeepPacking } from '../stock/packing/keep-packing.js';
import { FindStock } from '../stock/reading/find-stock.js';
import { ReadUse } from '../stock/reading/read-use.js';
import { Ledger } from '../stock/recording/ledger.js';
import { RecordMovement } from '../stock/recording/record-movement.js';
import { SaveItem } from '../stock/setting-up/save-item.js';
import { SavePlace } from '../stock/setting-up/save-place.js';
import { AnswerSwap } from '../swaps/answer-swap.js';
import { AskForSwap } from '../swaps/ask-for-swap.js';
import { CarryOutSwap } from '../swaps/carry-out-swap.js';
import { LapseSwaps } from '../swaps/lapse-swaps.js';
import { ReadSituation } from '../swaps/read-situation.js';
import { SwapMails } from '../swaps/swap-mails.js';
import { SwapsRepository } from '../swaps/swaps.repository.js';
import { KeepTasks } from '../tasks/keep-tasks.js';
import { AskedSlots } from '../team/asked-slots.js';
import { FindInvitees } from '../team/find-invitees.js';
import { InvitePeople } from '../team/invite-people.js';
import { LeaveTeam } from '../team/leave-team.js';
import { OpenMember } from '../team/open-member.js';
import { SaidRepository } from '../team/said.repository.js';
import { SaveAbout } from '../team/save-about.js';
import { SayAvailability } from '../team/say-availability.js';
import { TeamLinks } from '../team/team-links.js';
import { TeamOf } from '../team/team-of.js';
import { WriteToTeam } from '../team/write-to-team.js';
import { ImportVisitors } from '../visitors/import-visitors.js';
import { TellOfComing } from './tell-of-coming.js';

const settings = { UID_DOMAIN: uidDomain, LINK_SECRET: secret } as const;

/** The use cases that the demonstration is made with, without pages, mails or anything that runs by itself. */
@Module({})
export class DemoModule {
  static with(dataSource: DataSource, clock: DemoClock, databaseUrl: string, log: Log): DynamicModule {
    const frame = demonstrationFrame({
      app: 'exhibition-stands',
      dataSource,
      databaseUrl,
      changeChannel: 'exhibition_stands_changed',
      clock,
      log,
      settings: readSettings(settings, process.env),
    });
    return {
      ...frame,
      module: DemoModule,
      providers: [
        ...frame.providers,
        { provide: TellExhibition, useClass: TellOfComing },
        FindPerson,
        ...linkProviders,
        ...commitmentProviders,
        ...passProviders,
        ...shiftProviders,
        ...eventUseCases,
        ImportVisitors,
        FindExhibition,
        LockExhibition,
        ExhibitionHistory,
        ChangeExhibition,
        CreateExhibition,
        ChangeStatus,
        EndExhibitions,
        ChangePlan,
        KeepTasks,
        KeepCosts,
        ChangeSketch,
        AskedSlots,
        FindInvitees,
        InvitePeople,
        LeaveTeam,
        OpenMember,
        SaidRepository,
        SaveAbout,
        SayAvailability,
        TeamLinks,
        TeamOf,
        WriteToTeam,
        DraftsRepository,
        ReadTold,
        LeadFactsOf,
        KeepStep,
        BuildRotaProblem,
        PublishableRota,
        CallOffShifts,
        ChangeCurrent,
        PublishRota,
        ReadCurrent,
        ReadPublishing,
        ReadRota,
        ShiftMails,
        TellShifts,
        WriteCurrent,
        AnswerCover,
        CoverLinks,
        CoverRepository,
        DayMails,
        DropOut,
        SayPresence,
        AnswerFeedback,
        KeepNotes,
        KeepThanksWords,
        ReadFeedback,
        ReadHours,
        ReadThanks,
        SendThanks,
        ThanksMails,
        MoveCoverOn,
        ReadShiftToCover,
        FindStock,
        ReadUse,
        Ledger,
        RecordMovement,
        CountPlace,
        SaveItem,
        SavePlace,
        KeepPacking,
        AnswerSwap,
        AskForSwap,
        CarryOutSwap,
        LapseSwaps,
        ReadSituation,
        SwapMails,
        SwapsRepository,
      ],
    };
  }
}
