import { homeZone, moveDates } from '#checks';
import { detailsOf, fitting, type VisitDetails } from './details.js';

/**
 * All that a visit says, held at another time: days and deadlines move along. Whom to turn to is that visit's own. Where the moved
 * deadlines do not fit the new days, as where a visit goes from autumn to a week after Christmas, they are left blank.
 *
 * @param title of the new visit
 * @param firstDay of the new visit, ISO
 */
export function copiedVisit(source: VisitDetails, title: string, firstDay: string): VisitDetails {
  const move = moveDates(source.firstDay, firstDay, homeZone);
  const moved: VisitDetails = {
    ...detailsOf(source),
    title,
    contacts: [],
    firstDay,
    lastDay: move.day(source.lastDay),
    applicationsOpenAt: source.applicationsOpenAt && move.instant(source.applicationsOpenAt),
    applicationsCloseAt: source.applicationsCloseAt && move.instant(source.applicationsCloseAt),
    decisionOn: source.decisionOn && move.deadline(source.decisionOn),
    balanceDueOn: source.balanceDueOn && move.deadline(source.balanceDueOn),
  };
  if (fitting(moved, 'draft').ok) return moved;
  return {
    ...moved,
    applicationsOpenAt: null,
    applicationsCloseAt: null,
    decisionOn: null,
    balanceDueOn: null,
  };
}
