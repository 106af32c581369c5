import { FindTwins } from './find-twins.js';
import { KeepThing } from './keep-thing.js';
import { ListUnsettled } from './list-unsettled.js';
import { OwnEvents } from './own-events.js';
import { SettleThingPage } from './pages/settle-thing.page.js';
import { SettleThing } from './settle-thing.js';
import { ShowThing } from './show-thing.js';

/** What shows as events of which other services tell: conferences, exhibitions, events on stands. */
export const shownProviders = [FindTwins, KeepThing, ListUnsettled, OwnEvents, SettleThing, ShowThing];

/** Where staff say which event such a thing is. */
export const shownPages = [SettleThingPage];
