import {
  accepted,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import { applicationKinds, type ApplicationKind } from './application.js';

/** Who applies, as it was typed. */
export interface AboutInput {
  readonly name: string;
  readonly phone: string;
  readonly jobTitle: string;
  /** The id of one that is known; empty: the name below counts. */
  readonly organisationId: string;
  readonly organisationName: string;
  readonly kind: string;
}

/** Who applies. What is missing is `null`: a draft need not say all of it. */
export interface About {
  readonly name: string;
  readonly phone: string | null;
  readonly jobTitle: string | null;
  readonly organisationId: string | null;
  /** Of one that is not known by its id. */
  readonly organisationName: string | null;
  readonly kind: ApplicationKind;
}

/** The names of these fields in forms and in JSON, in the order of the page. */
export const aboutNames = [
  'name',
  'phone',
  'jobTitle',
  'organisationId',
  'organisationName',
  'kind',
] as const;

/** Of a name, in characters. */
export const longestName = 200;

const phoneShape = /^[+(]?\d[\d\s()./-]{4,38}\d$/;

/** Checks who applies. Whether there is such an organisation is for the caller to look up. */
export function checkAbout(input: AboutInput): Checked<About> {
  const name = checkName(input.name, 'name');
  const phone = checkPhone(input.phone);
  const jobTitle = checkOptionalText(input.jobTitle, 'jobTitle', { longest: longestName });
  const organisationName = checkOptionalText(input.organisationName, 'organisationName', {
    longest: longestName,
  });
  const kind = checkKind(input.kind);
  if (!name.ok || !phone.ok || !jobTitle.ok || !organisationName.ok || !kind.ok) {
    return refused(...problemsOf<FieldProblem>(name, phone, jobTitle, organisationName, kind));
  }
  const organisationId = input.organisationId.trim();
  return accepted({
    name: name.value,
    phone: phone.value,
    jobTitle: jobTitle.value,
    organisationId: organisationId === '' ? null : organisationId,
    organisationName: organisationId === '' ? organisationName.value : null,
    kind: kind.value,
  });
}

export const checkName = (text: string, field: string): Checked<string> =>
  checkText(text, field, {
    longest: longestName,
    missing: { code: 'missing', message: 'Enter the name as it should stand on the list of travellers.' },
  });

function checkPhone(text: string): Checked<string | null> {
  const phone = checkOptionalText(text, 'phone', { longest: 40 });
  if (!phone.ok || phone.value === null || phoneShape.test(phone.value)) return phone;
  return refuse(
    'phone',
    'not-a-phone-number',
    'Write the phone number in digits, such as 01632 960 001 or +44 808 157 0192.',
  );
}

/** Blank counts as a member: most are. */
export function checkKind(text: string): Checked<ApplicationKind> {
  if (text.trim() === '') return accepted('member');
  const kind = applicationKinds.find((each) => each === text.trim());
  return kind === undefined
    ? refuse('kind', 'unknown-choice', 'Say whether you apply as a member’s delegate or for the press.')
    : accepted(kind);
}
