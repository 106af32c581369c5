import { PERSON_TOLD } from '#people';
import { MyShiftsController } from './api/my-shifts.controller.js';
import { OwnShiftsController } from './api/own-shifts.controller.js';
import { PublishedController } from './api/published.controller.js';
import { CallOffShifts } from './call-off-shifts.js';
import { ChangeCurrent } from './change-current.js';
import { OwnCalendar } from './own-calendar.js';
import { KnowMember } from './know-member.js';
import { MinePage } from './pages/mine.page.js';
import { OwnShiftsPage } from './pages/own-shifts.page.js';
import { PublishPage } from './pages/publish.page.js';
import { PublishRota } from './publish-rota.js';
import { ReadCurrent } from './read-current.js';
import { ReadMemberRota } from './read-member-rota.js';
import { ReadOwnShifts } from './read-own-shifts.js';
import { ReadPublishing } from './read-publishing.js';
import { ReadRota } from './read-rota.js';
import { ReadTeamNames } from './read-team-names.js';
import { ShiftMails } from './shift-mails.js';
import { TellShifts } from './tell-shifts.js';
import { WriteCurrent } from './write-current.js';

/** What publishes rotas and says who has which shift now. */
export const publishedProviders = [
  CallOffShifts,
  ChangeCurrent,
  KnowMember,
  { provide: PERSON_TOLD, useExisting: KnowMember },
  OwnCalendar,
  PublishRota,
  ReadCurrent,
  ReadMemberRota,
  ReadOwnShifts,
  ReadPublishing,
  ReadRota,
  ReadTeamNames,
  ShiftMails,
  TellShifts,
  WriteCurrent,
];

/** Where rotas are published, and people see their shifts. */
export const publishedPages = [PublishPage, MinePage, OwnShiftsPage];

/** The same for programs. */
export const publishedControllers = [PublishedController, MyShiftsController, OwnShiftsController];
