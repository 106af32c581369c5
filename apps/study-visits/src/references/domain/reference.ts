import { Temporal } from 'temporal-polyfill';
import {
  accepted,
  checkEmail,
  checkText,
  homeZone,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import type { ApplicationStatus } from '../../applications/domain/application.js';
import type { Visit } from '../../visits/domain/visit.js';

/** What became of a request for a reference. */
export const referenceStatuses = ['asked', 'given', 'declined'] as const;

export type ReferenceStatus = (typeof referenceStatuses)[number];

/** How many references somebody can have asked for or been given, those who declined left out. */
export const mostReferences = 2;

/** How many an application can ask in all: each has a mail of ours. */
export const mostAsked = 5;

/** Of a reference, in characters. */
export const longestReference = 4000;

/** So many hours lie between two reminders that an applicant sends, so that nobody is pressed; and that staff send. */
export const hoursBetweenReminders = { applicant: 72, staff: 1 } as const;

/** Who is asked for a reference, as it was typed. */
export interface RefereeInput {
  readonly name: string;
  readonly email: string;
  readonly relation: string;
}

export const refereeNames = ['name', 'email', 'relation'] as const;

/** Checks whom somebody asks. @param own the applicant's address: nobody supports themselves */
export function checkReferee(input: RefereeInput, own: string | null): Checked<RefereeInput> {
  const name = checkText(input.name, 'name', {
    longest: 200,
    missing: { code: 'missing', message: 'Enter the name of the colleague whom you ask.' },
  });
  const email = checkRefereeEmail(input.email, own);
  const relation = checkText(input.relation, 'relation', {
    longest: 200,
    missing: { code: 'missing', message: 'Say how they know you, such as “My line manager”.' },
  });
  return name.ok && email.ok && relation.ok
    ? accepted({ name: name.value, email: email.value, relation: relation.value })
    : refused(...problemsOf<FieldProblem>(name, email, relation));
}

function checkRefereeEmail(text: string, own: string | null): Checked<string> {
  const email = checkEmail(text, 'email');
  if (!email.ok) return email;
  if (email.value === null) return refuse('email', 'missing', 'Enter their email address.');
  return email.value.toLowerCase() === own?.toLowerCase()
    ? refuse('email', 'own-address', 'This is your own address. Ask a colleague.')
    : accepted(email.value);
}

/** Checks what somebody writes in support. */
export const checkReference = (text: string): Checked<string> =>
  checkText(text, 'text', {
    longest: longestReference,
    manyLines: true,
    missing: { code: 'missing', message: 'Write a few sentences, or say that you cannot give a reference.' },
  });

/**
 * Whether references can still be asked for and given: while the application stands, up to the end of the day on which it is
 * decided, in London; without such a day until the visit begins.
 */
export function isTakingReferences(
  visit: Pick<Visit, 'status' | 'decisionOn' | 'firstDay'>,
  application: ApplicationStatus,
  now: Temporal.Instant,
): boolean {
  if (application === 'withdrawn' || (visit.status !== 'announced' && visit.status !== 'confirmed'))
    return false;
  const today = now.toZonedDateTimeISO(homeZone).toPlainDate().toString();
  return visit.decisionOn === null ? today < visit.firstDay : today <= visit.decisionOn;
}

/** A reference as far as it says when somebody may be reminded. */
export interface Reminded {
  readonly status: ReferenceStatus;
  readonly askedAt: Temporal.Instant;
  readonly remindedAt: Temporal.Instant | null;
}

/** Whether whoever was asked may be reminded now. */
export function mayRemind(
  { status, askedAt, remindedAt }: Reminded,
  by: keyof typeof hoursBetweenReminders,
  now: Temporal.Instant,
): boolean {
  const next = (remindedAt ?? askedAt).add({ hours: hoursBetweenReminders[by] });
  return status === 'asked' && Temporal.Instant.compare(next, now) <= 0;
}
