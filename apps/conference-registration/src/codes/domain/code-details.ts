import {
  accepted,
  checkOptionalText,
  checkPenceRange,
  checkRange,
  problemsOf,
  refuse,
  refused,
  type Checked,
} from '#checks';
import { checkPlausibleDay } from '../../set-up/domain/days.js';
import { highestPrice } from '../../tickets/domain/prices.js';
import type { PriceChange } from './price-change.js';

export const longestNote = 500;
export const mostUses = 10_000;

/** Everything that staff say of a code, but for the code itself. */
export interface CodeDetails {
  /** For staff; may be empty. */
  readonly note: string;
  readonly priceChange: PriceChange | null;
  /** Keeps as many places as it has uses. */
  readonly reserves: boolean;
  /** How many places can be had with it; `null`: any number. */
  readonly uses: number | null;
  /** The last day on which it does something, ISO, where the conference is; `null`: it has no end. */
  readonly lastDay: string | null;
  readonly organisationId: string | null;
  /** None: every ticket, but no add-on. */
  readonly ticketTypeIds: readonly string[];
}

/** The same as a form or a program gives it. */
export interface CodeInput {
  readonly note: string;
  readonly priceChange: Checked<PriceChange | null>;
  readonly reserves: boolean;
  readonly uses: Checked<number | null>;
  readonly lastDay: Checked<string | null>;
  /** Empty: anybody's. */
  readonly organisationId: string;
  readonly ticketTypeIds: readonly string[];
}

/** What codes can be for. */
export interface CodeChoices {
  readonly tickets: readonly { readonly id: string; readonly name: string; readonly hidden: boolean }[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  /** ISO, where the conference is. */
  readonly today: string;
}

export const usesRules = { what: 'the number of uses', least: 1, most: mostUses } as const;

/** Checks and tidies everything: either all problems, each at its field, or the details. */
export function checkCode(input: CodeInput, choices: CodeChoices): Checked<CodeDetails> {
  const { tickets, organisations, today } = choices;
  const note = checkOptionalText(input.note, 'note', { longest: longestNote, manyLines: true });
  const priceChange = input.priceChange.ok ? checkPriceChange(input.priceChange.value) : input.priceChange;
  const ticketTypeIds = checkTickets(input, tickets);
  const uses = checkUses(input);
  const lastDay = checkLastDay(input.lastDay, today);
  const isKnown = input.organisationId === '' || organisations.some(({ id }) => id === input.organisationId);
  const organisationId = isKnown
    ? accepted(input.organisationId === '' ? null : input.organisationId)
    : refuse('organisationId', 'unknown-organisation', 'Choose the organisation whose people may use it.');
  if (!note.ok || !priceChange.ok || !ticketTypeIds.ok || !uses.ok || !lastDay.ok || !organisationId.ok) {
    return refused(...problemsOf(priceChange, ticketTypeIds, uses, lastDay, organisationId, note));
  }
  const opensHidden = tickets.some(({ id, hidden }) => hidden && ticketTypeIds.value.includes(id));
  if (priceChange.value === null && !input.reserves && !opensHidden) {
    const message =
      'Say what it does: change the price, keep places, or be for a ticket that only who has a code sees.';
    return refuse('priceChange', 'does-nothing', message);
  }
  return accepted({
    note: note.value ?? '',
    priceChange: priceChange.value,
    reserves: input.reserves,
    uses: uses.value,
    lastDay: lastDay.value,
    organisationId: organisationId.value,
    ticketTypeIds: ticketTypeIds.value,
  });
}

function checkPriceChange(change: PriceChange | null): Checked<PriceChange | null> {
  if (change === null) return accepted(null);
  if (change.kind === 'percent') {
    const rules = { what: 'the percentage', least: 1, most: 100 };
    const percent = checkRange(change.percent, 'percent', rules);
    return percent.ok ? accepted(change) : percent;
  }
  const field = change.kind === 'amount' ? 'amount' : 'price';
  const what = change.kind === 'amount' ? 'the amount off' : 'the price';
  const pence = checkPenceRange(change.pence, field, { what, most: highestPrice });
  if (!pence.ok) return pence;
  return change.kind === 'amount' && change.pence === 0
    ? refuse(field, 'too-small', 'The amount off must be more than £0.')
    : accepted(change);
}

function checkTickets(
  { ticketTypeIds: given, reserves }: CodeInput,
  tickets: CodeChoices['tickets'],
): Checked<readonly string[]> {
  if (given.some((id) => tickets.every((ticket) => ticket.id !== id))) {
    const message = 'Choose tickets and add-ons of this conference. One of them may have been deleted.';
    return refuse('ticketTypeIds', 'unknown-ticket', message);
  }
  const chosen = tickets.map(({ id }) => id).filter((id) => given.includes(id));
  return reserves && chosen.length !== 1
    ? refuse(
        'ticketTypeIds',
        'one-ticket',
        'A code that keeps places is for one ticket or add-on. Choose which one.',
      )
    : accepted(chosen);
}

function checkUses({ uses, reserves }: CodeInput): Checked<number | null> {
  if (!uses.ok) return uses;
  if (uses.value !== null) return checkRange(uses.value, 'uses', usesRules);
  return reserves
    ? refuse('uses', 'missing', 'Enter the number of uses: a code that keeps places keeps one for each.')
    : accepted(null);
}

function checkLastDay(given: Checked<string | null>, today: string): Checked<string | null> {
  const lastDay = checkPlausibleDay(given, 'lastDay');
  if (!lastDay.ok || lastDay.value === null || lastDay.value >= today) return lastDay;
  return refuse(
    'lastDay',
    'date-past',
    'The last day is in the past. Choose a day to come, or leave it blank.',
  );
}
