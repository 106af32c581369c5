import {
  checkEmail,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';

/** Who is to travel without having applied, as it was typed. */
export interface NameInput {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly jobTitle: string;
}

export interface NamedTraveller {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly jobTitle: string;
}

/** The names of these fields in forms and in JSON, in the order of the page. */
export const nameFields = ['name', 'email', 'phone', 'jobTitle'] as const;

/** Checks who is to travel; everybody needs an address, as what they have to tell us they tell by their own link. */
export function checkNamed(input: NameInput): Checked<NamedTraveller> {
  const name = checkText(input.name, 'name', {
    longest: 200,
    missing: { code: 'missing', message: 'Enter the name as it should stand on the list of travellers.' },
  });
  const given = checkEmail(input.email, 'email');
  const email =
    given.ok && given.value === null
      ? refuse('email', 'missing', 'Enter an email address: their own link is sent there.')
      : given;
  const phone = checkOptionalText(input.phone, 'phone', { longest: 40 });
  const jobTitle = checkOptionalText(input.jobTitle, 'jobTitle', { longest: 200 });
  if (!name.ok || !email.ok || !phone.ok || !jobTitle.ok)
    return refused(...problemsOf<FieldProblem>(name, email, phone, jobTitle));
  return {
    ok: true,
    value: {
      name: name.value,
      email: email.value ?? '',
      phone: phone.value,
      jobTitle: jobTitle.value ?? '',
    },
  };
}
