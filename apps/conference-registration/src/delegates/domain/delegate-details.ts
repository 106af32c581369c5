import {
  accepted,
  checkEmail,
  checkOptionalText,
  checkText,
  problemsOf,
  refused,
  type Checked,
} from '#checks';

/** What is written down of a delegate, as it is kept. */
export interface DelegateDetails {
  readonly name: string;
  /** Where what concerns them is sent; without it they get no mail. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string | null;
  /** As their badge names it; `null`: as the booking does. */
  readonly badgeOrganisation: string | null;
}

/** The same as it was typed. */
export type DelegateInput = { readonly [Field in keyof DelegateDetails]: string | null };

export const delegateFields = [
  'name',
  'email',
  'phone',
  'jobTitle',
  'badgeOrganisation',
] as const satisfies readonly (keyof DelegateDetails)[];

/** The longest of each, in characters. */
const longest = { name: 200, phone: 40, jobTitle: 200, badgeOrganisation: 200 } as const;

/** What a telephone number is made of; letters for an extension. */
const phoneLike = /^[+\d][\d\s().\-/]*(?:\s*(?:ext\.?|x|#)\s*\d+)?$/i;

/**
 * @param completeness `so-far`: the name may come later
 * @returns the details as they are kept, or what is wrong with which field
 */
export function checkDelegate(
  input: DelegateInput,
  completeness: 'complete' | 'so-far' = 'complete',
): Checked<DelegateDetails> {
  const name = checkName(input.name ?? '', completeness);
  const email = checkEmail(input.email, 'email');
  const phone = checkPhone(input.phone);
  const jobTitle = checkOptionalText(input.jobTitle, 'jobTitle', { longest: longest.jobTitle });
  const badgeOrganisation = checkOptionalText(input.badgeOrganisation, 'badgeOrganisation', {
    longest: longest.badgeOrganisation,
  });
  if (name.ok && email.ok && phone.ok && jobTitle.ok && badgeOrganisation.ok) {
    return accepted({
      name: name.value,
      email: email.value,
      phone: phone.value,
      jobTitle: jobTitle.value,
      badgeOrganisation: badgeOrganisation.value,
    });
  }
  return refused(...problemsOf(name, email, phone, jobTitle, badgeOrganisation));
}

function checkName(typed: string, completeness: 'complete' | 'so-far'): Checked<string> {
  if (completeness === 'so-far' && typed.trim() === '') return accepted('');
  return checkText(typed, 'name', {
    longest: longest.name,
    missing: { code: 'missing', message: 'Enter the delegate’s name.' },
  });
}

/** A telephone number as people write them, or `null` when blank. */
export function checkPhone(typed: string | null, field = 'phone'): Checked<string | null> {
  const phone = checkOptionalText(typed, field, { longest: longest.phone });
  if (!phone.ok || phone.value === null || phoneLike.test(phone.value)) return phone;
  return refused({
    field,
    code: 'not-a-phone-number',
    message: `“${phone.value}” is not a telephone number. Write it like 01632 960 001 or +44 1632 960 001.`,
  });
}
