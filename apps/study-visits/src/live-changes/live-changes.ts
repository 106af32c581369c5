import { LiveChangesController } from './api/live-changes.controller.js';
import { ChangeLive } from './change-live.js';
import { LiveItemPage } from './pages/live-item.page.js';
import { TodayPage } from './pages/today.page.js';
import { ReadConcerned } from './read-concerned.js';
import { ReadLiveChanges } from './read-live-changes.js';
import { TellLiveChange } from './tell-live-change.js';

/** What staff change of an itinerary while the party is on its way. Pages with a word where others have an id come first. */
export const liveChangePages = [TodayPage, LiveItemPage, LiveChangesController];

export const liveChangeProviders = [ChangeLive, ReadConcerned, ReadLiveChanges, TellLiveChange];
