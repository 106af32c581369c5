import { Temporal } from 'temporal-polyfill';
import type { VisitInvoiceAsked } from '#contracts';
import type { Traveller } from '../../travellers/domain/traveller.js';
import type { Visit } from '../../visits/domain/visit.js';

export type ChargeKind = VisitInvoiceAsked['kind'];

/** Something that a place costs, with the day by which it is to be paid. */
export interface Charge {
  readonly kind: ChargeKind;
  /** Whole pence, more than 0; a visit's prices are what is paid. */
  readonly netPence: number;
  /** ISO date. */
  readonly dueOn: string;
}

/** As long as public bodies have to pay an invoice, in days (Late Payment of Commercial Debts (Interest) Act 1998, section 4). */
const paymentDays = 30;

/** Whether somebody's place costs anything: leaders and funded places do not. */
export const isCharged = ({ part, funded }: Pick<Traveller, 'part' | 'funded'>): boolean =>
  part === 'delegate' && !funded;

/**
 * What a place costs: the deposit at once, and the balance on its day; the whole price where the visit has no deposit.
 *
 * @param today ISO date, where the network keeps its books
 * @returns nothing for a place that costs nothing
 */
export function chargesFor(
  visit: Pick<Visit, 'pricePence' | 'depositPence' | 'balanceDueOn' | 'firstDay'>,
  traveller: Pick<Traveller, 'part' | 'funded'>,
  today: string,
): readonly Charge[] {
  const { pricePence, depositPence, balanceDueOn } = visit;
  if (!isCharged(traveller) || pricePence === 0) return [];
  const soon = Temporal.PlainDate.from(today).add({ days: paymentDays }).toString();
  const last = earliest(balanceDueOn ?? visit.firstDay, visit.firstDay);
  if (depositPence === 0 || depositPence === pricePence) {
    const kind = depositPence === 0 ? 'price' : 'deposit';
    const dueOn = depositPence === 0 && balanceDueOn !== null ? last : earliest(soon, last);
    return [{ kind, netPence: pricePence, dueOn }];
  }
  return [
    { kind: 'deposit', netPence: depositPence, dueOn: earliest(soon, last) },
    {
      kind: 'balance',
      netPence: pricePence - depositPence,
      dueOn: balanceDueOn === null ? earliest(soon, last) : last,
    },
  ];
}

const earliest = (one: string, other: string): string => (one < other ? one : other);

/** What was charged, with what was asked to be credited of it so far. */
export interface ChargedSoFar {
  readonly id: string;
  readonly kind: ChargeKind;
  readonly netPence: number;
  readonly creditedPence: number;
}

/** So much of a charge is to be credited. */
export interface CreditPart {
  readonly id: string;
  readonly netPence: number;
}

/** The balance is given back before the deposit, as it is the last that is paid. */
const creditOrder: readonly ChargeKind[] = ['price', 'balance', 'deposit'];

/**
 * What is credited of a place that is given up: so much of the whole price, less what was credited before; never more than was
 * charged.
 *
 * @param percent of the price that is not charged, 0 to 100, as the visit's refund rules have it; half a penny is rounded up
 */
export function creditFor(charges: readonly ChargedSoFar[], percent: number): readonly CreditPart[] {
  const price = charges.reduce((sum, { netPence }) => sum + netPence, 0);
  const before = charges.reduce((sum, { creditedPence }) => sum + creditedPence, 0);
  let left = Math.floor((price * percent * 2 + 100) / 200) - before;
  return creditOrder
    .flatMap((kind) => charges.filter((charge) => charge.kind === kind))
    .flatMap(({ id, netPence, creditedPence }) => {
      const part = Math.min(left, netPence - creditedPence);
      if (part <= 0) return [];
      left -= part;
      return [{ id, netPence: part }];
    });
}
