import { askForRetelling } from '#messaging';
import { FindTwins } from './find-twins.js';
import { KeepThing } from './keep-thing.js';
import { ListUnsettled } from './list-unsettled.js';
import { OwnEvents } from './own-events.js';
import { SettleThingPage } from './pages/settle-thing.page.js';
import { SettleThing } from './settle-thing.js';
import { ShowThing } from './show-thing.js';

/** What shows as events of which other services tell: conferences, exhibitions, events on stands, study visits. */
export const shownProviders = [FindTwins, KeepThing, ListUnsettled, OwnEvents, SettleThing, ShowThing];

/** What asks for what other services told of before the calendar was there: things, and who takes part in them. */
export const thingsAsked = askForRetelling('events-calendar', {
  'conference-registration': `SELECT 1 FROM shown_things WHERE source = 'conference'
    UNION ALL SELECT 1 FROM conference_delegates`,
  'exhibition-stands': `SELECT 1 FROM shown_things WHERE source IN ('exhibition', 'stand event')
    UNION ALL SELECT 1 FROM stand_shifts`,
  'study-visits': `SELECT 1 FROM shown_things WHERE source = 'visit'
    UNION ALL SELECT 1 FROM visit_travellers`,
});

/** Where staff say which event such a thing is. */
export const shownPages = [SettleThingPage];
