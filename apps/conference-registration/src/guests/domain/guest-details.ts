import {
  accepted,
  checkEmail,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';

/** Who a guest says they are. */
export interface GuestDetails {
  readonly name: string;
  readonly email: string;
  /** Empty: of none. */
  readonly organisationName: string;
}

/** The names of these fields in forms and in JSON, in the order of the page. */
export const guestFields = ['name', 'email', 'organisation'] as const;

const longest = 200;

/** Checks what a guest says of themselves. */
export function checkGuest(
  typed: Readonly<Record<(typeof guestFields)[number], string>>,
): Checked<GuestDetails> {
  const name = checkText(typed.name, 'name', {
    longest,
    missing: { code: 'missing', message: 'Enter your name.' },
  });
  const address = checkEmail(typed.email, 'email');
  const email =
    address.ok && address.value === null ? refuse('email', 'missing', 'Enter your email address.') : address;
  const organisation = checkOptionalText(typed.organisation, 'organisation', { longest });
  if (!name.ok || !email.ok || email.value === null || !organisation.ok) {
    return refused(...problemsOf<FieldProblem>(name, email, organisation));
  }
  return accepted({ name: name.value, email: email.value, organisationName: organisation.value ?? '' });
}
