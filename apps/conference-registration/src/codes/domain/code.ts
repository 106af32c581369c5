import { Temporal } from 'temporal-polyfill';
import type { Words } from '../../set-up/domain/changes.js';
import type { Writing } from '../../tickets/domain/ticket-words.js';
import type { CodeChoices, CodeDetails } from './code-details.js';
import type { PriceChange } from './price-change.js';

/** A code as staff see it. */
export interface Code extends CodeDetails {
  /** UUIDv7. */
  readonly id: string;
  /** In capitals. */
  readonly code: string;
  /** From when on it does nothing, by its last day. */
  readonly expiresAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly version: number;
}

/** How a code stands. */
export type CodeState = 'in-force' | 'expired' | 'ended';

export function codeState(
  { expiresAt, endedAt }: Pick<Code, 'expiresAt' | 'endedAt'>,
  now: Temporal.Instant,
): CodeState {
  if (endedAt !== null) return 'ended';
  return expiresAt !== null && Temporal.Instant.compare(now, expiresAt) >= 0 ? 'expired' : 'in-force';
}

/** "25% off", "£20 off", "for £95 each", "free of charge" */
export function priceChangeInWords(change: PriceChange | null, { money }: Writing): string {
  if (change === null) return '';
  if (change.kind === 'percent') return change.percent === 100 ? 'free of charge' : `${change.percent}% off`;
  if (change.kind === 'amount') return `${money(change.pence)} off each`;
  return change.pence === 0 ? 'free of charge' : `for ${money(change.pence)} each`;
}

/** Everything that is said of a code, for its history. */
export function codeWords(
  code: CodeDetails,
  { tickets, organisations }: Omit<CodeChoices, 'today'>,
  writing: Writing,
): Words {
  const names = tickets.filter(({ id }) => code.ticketTypeIds.includes(id)).map(({ name }) => name);
  return {
    Price: priceChangeInWords(code.priceChange, writing),
    'Keeps places': code.reserves ? 'Yes' : 'No',
    Uses: code.uses === null ? 'Any number' : String(code.uses),
    'Last day': code.lastDay === null ? '' : writing.day(code.lastDay),
    'Only for': organisations.find(({ id }) => id === code.organisationId)?.name ?? '',
    'Tickets and add-ons': names.join(', '),
    Note: code.note,
  };
}
