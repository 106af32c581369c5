import { accepted, refused, type Checked, type FieldProblem } from '#checks';
import type { Temporal } from 'temporal-polyfill';
import {
  codeIsFor,
  codeTyped,
  isInForce,
  type Catalogue,
  type Code,
  type TicketType,
} from '../../catalogue/domain/catalogue.js';
import { mostDelegates } from './booking.js';

/** What somebody wants to book. */
export interface Wish {
  /** How many of each ticket type, by its id. */
  readonly quantities: ReadonlyMap<string, number>;
  /** As it was typed; blank: none. */
  readonly code: string;
}

/** A wish that makes sense, though there may be no places for it. */
export interface Order {
  readonly lines: readonly { readonly ticketType: TicketType; readonly quantity: number }[];
  readonly code: Code | null;
}

/** What a ticket type's field is called in forms and in JSON. */
export const quantityField = (ticketTypeId: string): string => `quantities.${ticketTypeId}`;

/**
 * Checks what somebody wants against what the conference offers: which tickets there are, how many one booking may have,
 * whether a code is known. Whether it is on sale and whether there are places is decided when they are taken.
 *
 * @param organisationId whose people book, for codes of one organisation
 */
export function checkWish(
  catalogue: Catalogue,
  wish: Wish,
  organisationId: string | null,
  now: Temporal.Instant,
): Checked<Order> {
  const problems: FieldProblem[] = [];
  const lines: { ticketType: TicketType; quantity: number }[] = [];
  for (const [id, quantity] of wish.quantities) {
    const ticketType = catalogue.ticketType.get(id);
    const problem = checkQuantity(id, ticketType, quantity);
    if (problem) problems.push(problem);
    else if (ticketType && quantity > 0) lines.push({ ticketType, quantity });
  }
  const code = wish.code.trim() === '' ? null : codeTyped(catalogue, wish.code);
  const wrongCode = checkCode(wish.code, code, organisationId, now);
  if (wrongCode) problems.push(wrongCode);
  problems.push(...checkTogether(lines, problems.length > 0));
  if (problems.length === 0 && code && !lines.some(({ ticketType }) => codeIsFor(code, ticketType))) {
    problems.push({
      field: 'code',
      code: 'code-not-for-these',
      message: `The code ${code.code} is not for what you chose. Choose something that it is for, or leave it out.`,
    });
  }
  return problems.length > 0 ? refused(...problems) : accepted({ lines, code });
}

function checkQuantity(
  id: string,
  ticketType: TicketType | undefined,
  quantity: number,
): FieldProblem | null {
  const field = quantityField(id);
  if (ticketType === undefined) {
    return {
      field,
      code: 'unknown-ticket',
      message: 'This conference has no such ticket. Choose one of its own.',
    };
  }
  const { name, least, most } = ticketType;
  if (!Number.isSafeInteger(quantity) || quantity < 0) {
    return {
      field,
      code: 'not-a-number',
      message: `How many of “${name}” must be a whole number, 0 or more.`,
    };
  }
  if (quantity > mostDelegates) {
    return {
      field,
      code: 'too-many',
      message: `One booking has at most ${mostDelegates} delegates. Choose ${mostDelegates} or fewer of “${name}”, and make another booking for the rest.`,
    };
  }
  if (quantity > 0 && quantity < least) {
    return {
      field,
      code: 'too-few',
      message: `“${name}” is booked for ${least} or more at a time. Choose at least ${least}, or none.`,
    };
  }
  if (most !== null && quantity > most) {
    return {
      field,
      code: 'too-many',
      message: `One booking has at most ${most} of “${name}”. Choose ${most} or fewer.`,
    };
  }
  return null;
}

function checkCode(
  typed: string,
  code: Code | null,
  organisationId: string | null,
  now: Temporal.Instant,
): FieldProblem | null {
  if (typed.trim() === '') return null;
  const problem = (name: string, message: string) => ({ field: 'code', code: name, message });
  if (code === null) {
    return problem('unknown-code', 'We do not know this code. Check how it is written, or leave it out.');
  }
  if (!isInForce(code, now)) {
    return problem('code-ended', `The code ${code.code} has ended. Leave it out, or ask for another one.`);
  }
  if (code.organisationId !== null && code.organisationId !== organisationId) {
    return problem(
      'code-of-another',
      `The code ${code.code} is for people of another organisation. Leave it out, or book for that organisation.`,
    );
  }
  return null;
}

function checkTogether(
  lines: readonly { readonly ticketType: TicketType; readonly quantity: number }[],
  hasProblems: boolean,
): FieldProblem[] {
  const tickets = lines.filter(({ ticketType }) => ticketType.kind === 'ticket');
  const delegates = tickets.reduce((sum, { quantity }) => sum + quantity, 0);
  if (delegates > mostDelegates) {
    return [
      {
        field: 'quantities',
        code: 'too-many',
        message: `One booking has at most ${mostDelegates} delegates, and this one would have ${delegates}. Make another booking for the rest.`,
      },
    ];
  }
  if (delegates === 0) {
    if (hasProblems) return [];
    const message =
      lines.length === 0
        ? 'Choose how many places you want to book.'
        : 'Choose at least one ticket: what goes with it cannot be booked alone.';
    return [{ field: 'quantities', code: 'missing', message }];
  }
  return lines
    .filter(({ ticketType, quantity }) => ticketType.kind === 'add-on' && quantity > delegates)
    .map(({ ticketType: { id, name }, quantity }) => ({
      field: quantityField(id),
      code: 'too-many',
      message: `Each delegate has “${name}” at most once. You chose ${quantity} for ${delegates} ${delegates === 1 ? 'delegate' : 'delegates'}. Choose fewer.`,
    }));
}

/** Which delegate (from 0) has what: tickets in the order in which they are shown, add-ons for the first delegates. */
export function shareOut({ lines }: Order): { readonly delegate: number; readonly ticketType: TicketType }[] {
  const tickets = lines
    .filter(({ ticketType }) => ticketType.kind === 'ticket')
    .toSorted((one, other) => one.ticketType.position - other.ticketType.position)
    .flatMap(({ ticketType, quantity }) => Array.from({ length: quantity }, () => ticketType));
  const addOns = lines.filter(({ ticketType }) => ticketType.kind === 'add-on');
  return [
    ...tickets.map((ticketType, delegate) => ({ delegate, ticketType })),
    ...addOns.flatMap(({ ticketType, quantity }) =>
      Array.from({ length: quantity }, (_, delegate) => ({ delegate, ticketType })),
    ),
  ];
}
