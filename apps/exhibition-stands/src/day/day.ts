import { AdvanceCovers } from './advance-covers.schedule.js';
import { AnswerCover } from './answer-cover.js';
import { OwnDayController } from './api/own-day.controller.js';
import { TodayController } from './api/today.controller.js';
import { AskForCover } from './ask-for-cover.js';
import { CoverLinks } from './cover-links.js';
import { CoverRepository } from './cover.repository.js';
import { DayMails } from './day-mails.js';
import { DropOut } from './drop-out.js';
import { EndShifts } from './end-shifts.schedule.js';
import { MoveCoverOn } from './move-cover-on.js';
import { AskPage } from './pages/ask.page.js';
import { CoverPage } from './pages/cover.page.js';
import { OwnDropOutPage } from './pages/own-drop-out.page.js';
import { OwnNowPage } from './pages/own-now.page.js';
import { TodayPage } from './pages/today.page.js';
import { ReadAsk } from './read-ask.js';
import { ReaddressCovers } from './readdress-covers.js';
import { ReadOwnNow } from './read-own-now.js';
import { ReadStands } from './read-stands.js';
import { ReadToday } from './read-today.js';
import { SayPresence } from './say-presence.js';
import { ReadShiftToCover } from './shift-to-cover.js';

/** The pages of the day on the stand, and the same for programs. */
export const dayPages = [
  TodayPage,
  CoverPage,
  AskPage,
  OwnDropOutPage,
  OwnNowPage,
  TodayController,
  OwnDayController,
];

export const dayProviders = [
  AnswerCover,
  AskForCover,
  CoverLinks,
  CoverRepository,
  DayMails,
  DropOut,
  MoveCoverOn,
  ReadAsk,
  ReaddressCovers,
  ReadOwnNow,
  ReadShiftToCover,
  ReadStands,
  ReadToday,
  SayPresence,
];

export const daySchedules = [AdvanceCovers, EndShifts];
