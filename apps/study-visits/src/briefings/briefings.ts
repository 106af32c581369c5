import { BriefingsController } from './api/briefings.controller.js';
import { OwnBriefingController } from './api/own-briefing.controller.js';
import { CountDiets } from './count-diets.js';
import { KeepBriefings } from './keep-briefings.js';
import { BriefingFormsPage } from './pages/briefing-forms.page.js';
import { BriefingsPage } from './pages/briefings.page.js';
import { OwnBriefingPage } from './pages/own-briefing.page.js';
import { ReadBriefing } from './read-briefing.js';
import { ReadDayNews } from './read-day-news.js';
import { ReadDay } from './read-day.js';
import { SendBriefings } from './send-briefings.js';
import { BriefEachEvening } from './send-briefings.schedule.js';

/** What travellers are told for each day. The page with a word where another has a day comes first. */
export const briefingPages = [
  BriefingFormsPage,
  BriefingsPage,
  OwnBriefingPage,
  BriefingsController,
  OwnBriefingController,
];

export const briefingProviders = [
  KeepBriefings,
  ReadBriefing,
  ReadDay,
  ReadDayNews,
  CountDiets,
  SendBriefings,
];

export const briefingSchedules = [BriefEachEvening];
