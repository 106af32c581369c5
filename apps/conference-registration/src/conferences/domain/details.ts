import {
  accepted,
  checkEmail,
  checkOptionalText,
  checkText,
  checkWhole,
  problemsOf,
  readZone,
  refuse,
  refused,
  type Checked,
} from '#checks';
import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../set-up/domain/days.js';
import type { ConferenceDay, ConferenceDetails, Contact, Host, RefundStep, Venue } from './conference.js';
import { deadlineProblems } from './deadlines.js';

export const longestTitle = 200;
export const longestSummary = 500;
export const longestText = 50_000;

/** A conference's details as a form or a program gives them. Texts are as typed. */
export interface DetailsInput {
  readonly title: string;
  readonly host: Host | null;
  readonly venue: { readonly name: string; readonly address: string | null } | null;
  /** As `checkDays` gave them, so that their problems come with the others. */
  readonly days: Checked<readonly ConferenceDay[]>;
  readonly zone: string;
  readonly summary: string;
  readonly description: string;
  readonly contact: {
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
  readonly opensAt: Checked<Temporal.Instant | null>;
  readonly closesAt: Checked<Temporal.Instant | null>;
  readonly changesUntil: Checked<Temporal.Instant | null>;
  /** As `checkRefundSteps` gave them. */
  readonly refundSteps: Checked<readonly RefundStep[]>;
  readonly terms: string;
  readonly paymentDays: string;
  readonly offerWorkingDays: string;
}

/** What the rules go by besides the details themselves. */
export interface Circumstances {
  readonly now: Temporal.Instant;
  /** The last day as it stands; `null` for a new conference. */
  readonly lastDay: string | null;
}

/** Checks and tidies everything: all problems, each at its field, or the details. */
export function validateDetails(
  input: DetailsInput,
  circumstances: Circumstances,
): Checked<ConferenceDetails> {
  const title = checkText(input.title, 'title', {
    longest: longestTitle,
    missing: { code: 'missing', message: 'Enter a title.' },
  });
  const host = checkHost(input.host);
  const venue = checkVenue(input.venue);
  const zone = readZone(input.zone, 'zone');
  const summary = text(input.summary, 'summary', longestSummary);
  const description = text(input.description, 'description', longestText);
  const contact = checkContact(input.contact);
  const terms = text(input.terms, 'terms', longestText);
  const paymentDays = checkWhole(input.paymentDays, 'paymentDays', {
    what: 'the number of days to pay an invoice',
    least: 0,
    most: 365,
  });
  const offerWorkingDays = checkWhole(input.offerWorkingDays, 'offerWorkingDays', {
    what: 'the number of working days to answer an offer',
    least: 1,
    most: 30,
  });
  const { days, opensAt, closesAt, changesUntil, refundSteps } = input;
  if (
    !title.ok ||
    !host.ok ||
    !venue.ok ||
    !zone.ok ||
    !summary.ok ||
    !description.ok ||
    !contact.ok ||
    !terms.ok ||
    !paymentDays.ok ||
    !offerWorkingDays.ok ||
    !days.ok ||
    !opensAt.ok ||
    !closesAt.ok ||
    !changesUntil.ok ||
    !refundSteps.ok
  ) {
    return refused(
      ...problemsOf(title, days, zone, host, venue, summary, description, contact, opensAt, closesAt),
      ...problemsOf(changesUntil, refundSteps, terms, paymentDays, offerWorkingDays),
    );
  }
  return checkTimes(
    {
      title: title.value,
      host: host.value,
      venue: venue.value,
      days: days.value,
      zone: zone.value,
      summary: summary.value,
      description: description.value,
      contact: contact.value,
      opensAt: opensAt.value,
      closesAt: closesAt.value,
      changesUntil: changesUntil.value,
      refundSteps: refundSteps.value,
      terms: terms.value,
      paymentDays: paymentDays.value,
      offerWorkingDays: offerWorkingDays.value,
    },
    circumstances,
  );
}

function checkTimes(details: ConferenceDetails, { now, lastDay }: Circumstances): Checked<ConferenceDetails> {
  const last = details.days.at(-1)?.date ?? '';
  // What is as it was may be past; nobody can choose a day that is.
  if (last !== lastDay && last < dayOf(now, details.zone)) {
    return refuse(
      'days',
      'in-the-past',
      'This day is past. Choose the day on which the conference will be held.',
    );
  }
  const problems = deadlineProblems(details);
  return problems.length > 0 ? refused(...problems) : accepted(details);
}

/** Text of several lines that may be left out. */
function text(given: string, field: string, longest: number): Checked<string> {
  const checked = checkOptionalText(given, field, { longest, manyLines: true });
  return checked.ok ? accepted(checked.value ?? '') : checked;
}

function checkHost(host: Host | null): Checked<Host | null> {
  const name = checkOptionalText(host?.name, 'host', { longest: 200 });
  if (!name.ok) return name;
  return accepted(
    name.value === null ? null : { organisationId: host?.organisationId ?? null, name: name.value },
  );
}

function checkVenue(venue: DetailsInput['venue']): Checked<Venue | null> {
  const name = checkOptionalText(venue?.name, 'venue.name', { longest: 200 });
  const address = checkOptionalText(venue?.address, 'venue.address', { longest: 500, manyLines: true });
  if (!name.ok || !address.ok) return refused(...problemsOf(name, address));
  if (name.value !== null) return accepted({ name: name.value, address: address.value });
  return address.value === null
    ? accepted(null)
    : refuse('venue.name', 'missing', 'Enter the name of the venue, or leave its address blank as well.');
}

function checkContact(contact: DetailsInput['contact']): Checked<Contact | null> {
  const name = checkOptionalText(contact?.name, 'contact.name', { longest: 200 });
  const email = checkEmail(contact?.email, 'contact.email');
  const phone = checkOptionalText(contact?.phone, 'contact.phone', { longest: 50 });
  if (!name.ok || !email.ok || !phone.ok) return refused(...problemsOf(name, email, phone));
  if (name.value !== null) return accepted({ name: name.value, email: email.value, phone: phone.value });
  return email.value === null && phone.value === null
    ? accepted(null)
    : refuse('contact.name', 'missing', 'Enter the name of whom to ask.');
}
