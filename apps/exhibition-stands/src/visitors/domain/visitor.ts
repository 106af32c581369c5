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

/** What somebody reads before they agree; kept with them as they read it. */
export const consentWords =
  'I would like to hear from the network by email. You may keep my name and address for that, for two years at most or until I say that I no longer want it.';

/** For how long it is kept who somebody was, in months. */
export const keptForMonths = 24;

/** What somebody who agreed told us. */
export interface VisitorDetails {
  readonly name: string;
  readonly email: string;
  readonly organisationName: string | null;
  readonly interests: string | null;
}

/** The same as it was sent. */
export interface VisitorInput {
  readonly name: string;
  readonly email: string;
  readonly organisationName: string | null;
  readonly interests: string | null;
  readonly hasAgreed: boolean;
}

/**
 * @returns `null` for somebody who did not agree: then nothing of what was sent is kept but that they came; otherwise what
 *   they told, or all that is wrong with it, each at its field
 */
export function checkVisitor(input: VisitorInput): Checked<VisitorDetails | null> {
  if (!input.hasAgreed) return accepted(null);
  const name = checkText(input.name, 'name', {
    longest: 200,
    missing: { code: 'missing', message: 'Enter their name.' },
  });
  const email = checkAddress(input.email);
  const organisationName = checkOptionalText(input.organisationName, 'organisationName', { longest: 200 });
  const interests = checkOptionalText(input.interests, 'interests', { longest: 500, manyLines: true });
  if (!name.ok || !email.ok || !organisationName.ok || !interests.ok) {
    return refused(...problemsOf(name, email, organisationName, interests));
  }
  return accepted({
    name: name.value,
    email: email.value,
    organisationName: organisationName.value,
    interests: interests.value,
  });
}

function checkAddress(typed: string): Checked<string> {
  const email = checkEmail(typed, 'email');
  if (!email.ok) return email;
  return email.value === null
    ? refuse('email', 'missing', 'Enter their email address, or leave the box of the consent empty.')
    : accepted(email.value);
}
