import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import { plural, relativeDayInWords } from '#ui';
import { manageVisitPath } from '../visits/addresses.js';
import { isPast, type Missing } from '../visits/domain/missing.js';
import type { Visit } from '../visits/domain/visit.js';
import { dayInWords, momentAtHomeInWords } from '../visits/in-words.js';

/** What there is of a visit that staff may have to do something about. */
export interface VisitState {
  readonly visit: Visit;
  /** What its next step cannot be taken without. */
  readonly missing: readonly Missing[];
  /** Applications that were put in. */
  readonly submitted: number;
  /** Delegates with a place. */
  readonly delegates: number;
  /** Risks that were to be looked at again by now. */
  readonly risksToReview: number;
}

/** Something that needs doing: what is linked, and of what it is said. */
export interface ToDo {
  readonly href: string;
  /** "3 things are missing" */
  readonly text: string;
  /** What follows the link, with what parts the two: " before Mondragon 2027 can be announced". */
  readonly about: string;
}

/** So many days before a deadline it is told of. */
const soon = 14;

/** What needs doing about a visit, the most urgent first. */
export function toDoOf(state: VisitState, now: Temporal.Instant): readonly ToDo[] {
  const { visit } = state;
  switch (visit.status) {
    case 'draft':
      return [beforeAnnouncing(state)];
    case 'announced':
      return isPast(visit, now)
        ? [
            {
              href: manageVisitPath(visit.id),
              text: 'Say whether it took place',
              about: `: ${visit.title} was announced until ${dayInWords(visit.lastDay)} and never confirmed`,
            },
          ]
        : [...aboutApplications(state, now), beforeConfirming(state, now)].filter((each) => each !== null);
    case 'confirmed':
      return aboutRisks(state);
    default:
      return [];
  }
}

function beforeAnnouncing({ visit, missing }: VisitState): ToDo {
  const { id, title } = visit;
  return missing.length === 0
    ? { href: manageVisitPath(id, 'status/announced'), text: 'Announce it', about: `: ${title} is ready` }
    : {
        href: manageVisitPath(id),
        text: plural(missing.length, 'thing is missing', 'things are missing'),
        about: ` before ${title} can be announced`,
      };
}

function aboutApplications(
  { visit, submitted, delegates }: VisitState,
  now: Temporal.Instant,
): readonly ToDo[] {
  const { id, title, places, applicationsCloseAt: closes, decisionOn } = visit;
  if (closes === null) return [];
  const today = now.toZonedDateTimeISO(homeZone).toPlainDate();
  const asked = `${plural(submitted, 'application')} for ${plural(places, 'place')}`;
  if (Temporal.Instant.compare(now, closes) < 0) {
    const last = closes.toZonedDateTimeISO(homeZone).toPlainDate();
    if (today.until(last, { largestUnit: 'day' }).days > soon) return [];
    const about = `: ${title} closes for applications ${relativeDayInWords(last, today)}: ${momentAtHomeInWords(closes)}`;
    return [{ href: manageVisitPath(id, 'applications'), text: asked, about }];
  }
  // Once somebody has a place, it was decided.
  if (decisionOn === null || submitted === 0 || delegates > 0) return [];
  const decided = Temporal.PlainDate.from(decisionOn);
  const hear = Temporal.PlainDate.compare(decided, today) < 0 ? 'were to hear' : 'are to hear';
  const about = `: ${title}: applicants ${hear} by ${dayInWords(decisionOn)}, ${relativeDayInWords(decided, today)}`;
  return [{ href: manageVisitPath(id, 'applications'), text: asked, about }];
}

/** What keeps a visit from being confirmed is told once there is not much time left for it. */
function beforeConfirming({ visit, missing, delegates }: VisitState, now: Temporal.Instant): ToDo | null {
  const { id, title, firstDay, zone } = visit;
  if (missing.length === 0) {
    return {
      href: manageVisitPath(id, 'status/confirmed'),
      text: 'Confirm it',
      about: `: ${title} is ready, with ${plural(delegates, 'delegate')}`,
    };
  }
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const days = today.until(firstDay, { largestUnit: 'day' }).days;
  if (days > beforehand) return null;
  return {
    href: manageVisitPath(id),
    text: plural(missing.length, 'thing is missing', 'things are missing'),
    about: ` before ${title} can be confirmed; it begins ${relativeDayInWords(Temporal.PlainDate.from(firstDay), today)}`,
  };
}

/** So many days before the first one a visit should be confirmed: people buy what cannot be given back. */
const beforehand = 90;

function aboutRisks({ visit: { id, title }, risksToReview }: VisitState): readonly ToDo[] {
  if (risksToReview === 0) return [];
  const text = plural(risksToReview, 'risk', 'risks');
  return [{ href: manageVisitPath(id, 'risks'), text: `${text} to look at again`, about: ` for ${title}` }];
}
