import {
  accepted,
  checkChoice,
  checkOptionalText,
  checkRange,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
} from '#checks';
import type { Price } from '../../catalogue/domain/catalogue.js';
import { checkPlausibleDay } from '../../set-up/domain/days.js';
import { checkPrices, type PriceInput } from './prices.js';
import { formats, ticketKinds, type Format, type TicketKind } from './ticket-type.js';

export const longestName = 200;
export const longestDescription = 2000;
/** The most places of one type that a single booking may be let have. */
export const mostPerBooking = 500;

/** Everything that staff say of a ticket type. Days are ISO dates, where the conference is. */
export interface TicketDetails {
  readonly kind: TicketKind;
  readonly name: string;
  /** In a few lines, plain text; may be empty. */
  readonly description: string;
  /** Of the conference's days those that it is for; none: all. */
  readonly days: readonly string[];
  readonly format: Format;
  readonly vatBasisPoints: number;
  readonly hidden: boolean;
  readonly least: number;
  readonly most: number | null;
  readonly needsApproval: boolean;
  /** The first day on which it is sold; `null`: from when registration opens. */
  readonly onSaleFrom: string | null;
  /** The last one; `null`: until registration closes. */
  readonly onSaleUntil: string | null;
  readonly prices: readonly Price[];
}

/** The same as a form or a program gives it: texts as typed, the rest as its reader read it. */
export interface TicketInput {
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  readonly days: readonly string[];
  readonly format: string;
  readonly vatBasisPoints: Checked<number>;
  readonly hidden: boolean;
  readonly least: Checked<number>;
  readonly most: Checked<number | null>;
  readonly needsApproval: boolean;
  readonly onSaleFrom: Checked<string | null>;
  readonly onSaleUntil: Checked<string | null>;
  readonly prices: Checked<readonly PriceInput[]>;
}

/** Checks and tidies everything: either all problems, each at its field, or the details. @param dates the conference's, ISO */
export function checkTicket(input: TicketInput, dates: readonly string[]): Checked<TicketDetails> {
  const kind = checkChoice(input.kind, ticketKinds, 'kind', 'Say whether it is a ticket or an add-on.');
  const name = checkText(input.name, 'name', {
    longest: longestName,
    missing: { code: 'missing', message: 'Enter the name that people choose it by.' },
  });
  const description = checkOptionalText(input.description, 'description', {
    longest: longestDescription,
    manyLines: true,
  });
  const days = checkDays(input.days, dates);
  const format = checkChoice(input.format, formats, 'format', 'Say where those who have it take part.');
  const vat = checked(input.vatBasisPoints, (points) =>
    Number.isInteger(points) && points >= 0 && points <= 10_000
      ? accepted(points)
      : refuse('vatBasisPoints', 'vat-out-of-range', 'VAT must be from 0 to 100 per cent.'),
  );
  const least = checked(input.least, (number) =>
    checkRange(number, 'least', { what: 'the least number', least: 0, most: mostPerBooking }),
  );
  const most = checkMost(input.most, least);
  const from = checkPlausibleDay(input.onSaleFrom, 'onSaleFrom');
  const until = checkUntil(checkPlausibleDay(input.onSaleUntil, 'onSaleUntil'), from);
  const prices = checked(input.prices, (given) => checkPrices(given, dates.at(-1) ?? null));
  if (
    !kind.ok ||
    !name.ok ||
    !description.ok ||
    !days.ok ||
    !format.ok ||
    !vat.ok ||
    !least.ok ||
    !most.ok ||
    !from.ok ||
    !until.ok ||
    !prices.ok
  ) {
    return refused(
      ...problemsOf(kind, name, description, days, format, prices),
      ...problemsOf(vat, least, most, from, until),
    );
  }
  return accepted({
    kind: kind.value,
    name: name.value.replaceAll(/\s+/g, ' '),
    description: description.value ?? '',
    days: days.value,
    format: format.value,
    vatBasisPoints: vat.value,
    hidden: input.hidden,
    least: least.value,
    most: most.value,
    needsApproval: input.needsApproval,
    onSaleFrom: from.value,
    onSaleUntil: until.value,
    prices: prices.value,
  });
}

/** A further check of what was read well. */
function checked<Given, Value>(
  given: Checked<Given>,
  check: (value: Given) => Checked<Value>,
): Checked<Value> {
  return given.ok ? check(given.value) : given;
}

/** All of them is the same as none named, so that it stays so when the conference gets another day. */
function checkDays(given: readonly string[], dates: readonly string[]): Checked<readonly string[]> {
  if (given.some((day) => !dates.includes(day))) {
    return refuse(
      'days',
      'unknown-day',
      'Choose days on which the conference is held. Its days may have been changed.',
    );
  }
  const chosen = dates.filter((day) => given.includes(day));
  return accepted(chosen.length === dates.length ? [] : chosen);
}

function checkMost(given: Checked<number | null>, least: Checked<number>): Checked<number | null> {
  if (!given.ok || given.value === null) return given;
  const rules = { what: 'the largest number', least: 1, most: mostPerBooking };
  const most = checkRange(given.value, 'most', rules);
  if (!most.ok || !least.ok || most.value >= least.value) return most;
  return refuse(
    'most',
    'most-below-least',
    `The largest number must be ${least.value} or more, the least that one takes.`,
  );
}

function checkUntil(until: Checked<string | null>, from: Checked<string | null>): Checked<string | null> {
  if (!until.ok || !from.ok || until.value === null || from.value === null) return until;
  return until.value >= from.value
    ? until
    : refuse(
        'onSaleUntil',
        'until-before-from',
        'The last day of sale is before the first one. Check both dates.',
      );
}
