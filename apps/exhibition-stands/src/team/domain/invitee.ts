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

/** Somebody who is to be invited, as they are written down. */
export interface Invitee {
  readonly name: string;
  readonly email: string;
  readonly organisationName: string | null;
}

/** The same as it was typed. */
export interface InviteeInput {
  readonly name: string;
  readonly email: string;
  readonly organisationName: string;
}

export const inviteeFields = ['name', 'email', 'organisationName'] as const;

const longest = 200;

/** More than these are not invited at once. */
export const mostInvited = 500;

export function checkInvitee(input: InviteeInput): Checked<Invitee> {
  const name = checkText(input.name, 'name', {
    longest,
    missing: { code: 'missing', message: 'Enter their name.' },
  });
  const email = checkAddress(input.email);
  const organisationName = checkOptionalText(input.organisationName, 'organisationName', { longest });
  if (!name.ok || !email.ok || !organisationName.ok) {
    return refused(...problemsOf(name, email, organisationName));
  }
  return accepted({ name: name.value, email: email.value, organisationName: organisationName.value });
}

function checkAddress(typed: string): Checked<string> {
  const email = checkEmail(typed, 'email');
  if (!email.ok) return email;
  return email.value === null
    ? refuse('email', 'missing', 'Enter their email address: their link is sent there.')
    : accepted(email.value);
}
