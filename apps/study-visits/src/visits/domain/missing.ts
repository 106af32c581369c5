import { Temporal } from 'temporal-polyfill';
import type { SignState } from '../../sign-offs/domain/sign-state.js';
import type { Visit } from './visit.js';

/** What is missing before a step, and the part of the visit where it is put right. */
export interface Missing {
  /** A sentence. */
  readonly message: string;
  /** As in the address of the staff's pages: `edit/money`. */
  readonly part: string;
}

type Announced = Pick<
  Visit,
  | 'lastDay'
  | 'zone'
  | 'summary'
  | 'applicationsOpenAt'
  | 'applicationsCloseAt'
  | 'decisionOn'
  | 'pricePence'
  | 'depositPence'
  | 'priceIncludes'
  | 'balanceDueOn'
>;

/** What a visit cannot be announced without. */
export function missingToAnnounce(
  visit: Announced,
  { now, packageTravel }: { readonly now: Temporal.Instant; readonly packageTravel: SignState },
): readonly Missing[] {
  const closes = visit.applicationsCloseAt;
  const asksForMoney = visit.pricePence > 0 || visit.depositPence > 0;
  return [
    isPast(visit, now) && at('edit', 'Its days are past: choose new ones.'),
    visit.summary === '' && at('edit', 'There is no summary: say in a sentence what it is about.'),
    visit.priceIncludes === '' &&
      at('edit/money', 'Nothing says what the price includes: say what people get, even where it is £0.'),
    visit.pricePence > visit.depositPence &&
      visit.balanceDueOn === null &&
      at('edit/money', 'Nothing says when the balance is due: choose the day.'),
    (visit.applicationsOpenAt === null || closes === null) &&
      at('edit/applications', 'Nothing says when applications open and close: choose both.'),
    closes !== null &&
      Temporal.Instant.compare(closes, now) <= 0 &&
      at('edit/applications', 'Applications would have closed already: choose a later time.'),
    visit.decisionOn === null &&
      at('edit/applications', 'Nothing says until when people hear: choose the day.'),
    asksForMoney &&
      packageTravel === 'unsigned' &&
      at(
        'package-travel',
        'It costs money, and nobody has signed that the rules of package travel were considered.',
      ),
    asksForMoney &&
      packageTravel === 'changed' &&
      at(
        'package-travel',
        'What was signed about package travel has changed since: look at it again, and sign it.',
      ),
  ].filter((each) => each !== false);
}

/** What a visit cannot be confirmed without: people may book leave and flights of their own then. */
export function missingToConfirm({
  risks,
  travellers,
}: {
  readonly risks: SignState;
  /** Delegates with a place. */
  readonly travellers: number;
}): readonly Missing[] {
  return [
    risks === 'unsigned' && at('risks', 'The risk assessment is not signed off.'),
    risks === 'changed' &&
      at('risks', 'The risk assessment has changed since it was signed off: look at it again, and sign it.'),
    travellers === 0 && at('travellers', 'Nobody has accepted a place yet.'),
  ].filter((each) => each !== false);
}

const at = (part: string, message: string): Missing => ({ message, part });

/** Whether its last day is over, by the clock there. */
export const isPast = ({ lastDay, zone }: Pick<Visit, 'lastDay' | 'zone'>, now: Temporal.Instant): boolean =>
  now.toZonedDateTimeISO(zone).toPlainDate().toString() > lastDay;
