import { ChangeVisit } from './change-visit.js';
import { FindVisit } from './find-visit.js';
import { ListVisits } from './list-visits.js';
import { LockVisit } from './lock-visit.js';
import { ListManagedPage } from './pages/list-managed.page.js';
import { VisitsPage } from './public/visits.page.js';
import { TellVisit } from './tell-visit.js';
import { VisitHistory } from './visit-history.js';

export const visitProviders = [FindVisit, LockVisit, ListVisits, VisitHistory, TellVisit, ChangeVisit];

/** The pages on which staff set visits up, and everybody reads of them. */
export const visitPages = [ListManagedPage, VisitsPage];
