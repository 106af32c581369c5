import {
  accepted,
  checkEmail,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
} from '#checks';
import { checkPlausible } from './dates.js';
import { checkDiscount, type DiscountInput } from './discount.js';
import { checkEmailDomains } from './email-domains.js';
import { checkKind } from './kinds.js';
import { isMember, type OrganisationDetails, type Status } from './organisation.js';

export const longestName = 200;
export const longestAddress = 500;
export const longestNotes = 10_000;

/** An organisation's details as a form, a file or an API client gives them. Texts are as typed. */
export interface DetailsInput {
  readonly name: string;
  readonly kind: string;
  /** As its reader gave it, so that its problems come with the others. */
  readonly joinedOn: Checked<string | null>;
  readonly leftOn: Checked<string | null>;
  readonly discount: DiscountInput | null;
  readonly billingAddress: string | null;
  readonly invoiceEmail: string | null;
  readonly purchaseOrderRequired: boolean;
  readonly accountableBodyReference: string | null;
  readonly staffNotes: string | null;
  readonly domains: readonly string[];
}

/** When it is looked at, and how the organisation stands. */
export interface Standing {
  /** `null` where that cannot be read: what depends on it is not looked at. */
  readonly status: Status | null;
  /** ISO date, where the network is. */
  readonly today: string;
}

/** Checks and tidies everything: either all problems, each at its field, or the details. */
export function validateDetails(input: DetailsInput, standing: Standing): Checked<OrganisationDetails> {
  const name = checkText(input.name, 'name', {
    longest: longestName,
    missing: { code: 'missing', message: 'Enter the organisation’s name.' },
  });
  const kind = checkKind(input.kind);
  const joinedOn = checkJoined(input.joinedOn, standing);
  const leftOn = checkLeft(input.leftOn, joinedOn, standing);
  const discount = checkDiscount(input.discount, standing.today);
  const billingAddress = checkOptionalText(input.billingAddress, 'billingAddress', {
    longest: longestAddress,
    manyLines: true,
  });
  const invoiceEmail = checkEmail(input.invoiceEmail, 'invoiceEmail');
  const reference = checkOptionalText(input.accountableBodyReference, 'accountableBodyReference', {
    longest: 100,
  });
  const staffNotes = checkOptionalText(input.staffNotes, 'staffNotes', {
    longest: longestNotes,
    manyLines: true,
  });
  const domains = checkEmailDomains(input.domains);
  if (
    !name.ok ||
    !kind.ok ||
    !joinedOn.ok ||
    !leftOn.ok ||
    !discount.ok ||
    !billingAddress.ok ||
    !invoiceEmail.ok ||
    !reference.ok ||
    !staffNotes.ok ||
    !domains.ok
  ) {
    return refused(
      ...problemsOf(name, kind, joinedOn, leftOn, discount),
      ...problemsOf(billingAddress, invoiceEmail, reference, staffNotes, domains),
    );
  }
  return accepted({
    name: name.value.replaceAll(/\s+/g, ' '),
    kind: kind.value,
    joinedOn: joinedOn.value,
    leftOn: leftOn.value,
    discount: discount.value,
    billingAddress: billingAddress.value,
    invoiceEmail: invoiceEmail.value,
    purchaseOrderRequired: input.purchaseOrderRequired,
    accountableBodyReference: reference.value,
    staffNotes: staffNotes.value,
    domains: domains.value,
  });
}

function checkJoined(given: Checked<string | null>, { status, today }: Standing): Checked<string | null> {
  const joinedOn = checkPlausible(given, 'joinedOn', today);
  if (!joinedOn.ok || joinedOn.value === null || status === null) return joinedOn;
  if (!isMember(status) && status !== 'left') {
    return refuse(
      'joinedOn',
      'date-not-expected',
      'It has not joined yet, so there is no date on which it did. Leave the date blank.',
    );
  }
  if (joinedOn.value > today) {
    return refuse('joinedOn', 'date-in-future', 'The day it joined is still to come. Check the date.');
  }
  return joinedOn;
}

function checkLeft(
  given: Checked<string | null>,
  joinedOn: Checked<string | null>,
  { status, today }: Standing,
): Checked<string | null> {
  const leftOn = checkPlausible(given, 'leftOn', today);
  if (!leftOn.ok || status === null) return leftOn;
  if (leftOn.value === null) {
    if (status === 'leaving') return refuse('leftOn', 'date-missing', 'Enter the day on which it leaves.');
    // Of old members neither may be known; one that joined on a day and left on none would count for ever.
    const isKnown = joinedOn.ok && joinedOn.value !== null;
    return status === 'left' && isKnown
      ? refuse('leftOn', 'date-missing', 'Enter the day on which it left, since it is known when it joined.')
      : leftOn;
  }
  if (status !== 'leaving' && status !== 'left') {
    return refuse(
      'leftOn',
      'date-not-expected',
      'It is not leaving, so there is no date on which it does. Change its status, or leave the date blank.',
    );
  }
  if (status === 'left' && leftOn.value > today) {
    return refuse('leftOn', 'date-in-future', 'The day it left is still to come. Check the date.');
  }
  if (joinedOn.ok && joinedOn.value !== null && leftOn.value < joinedOn.value) {
    return refuse('leftOn', 'left-before-joined', 'It cannot leave before it joined. Check both dates.');
  }
  return leftOn;
}
