import {
  accepted,
  checkEmail,
  checkOptionalText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import { checkName, longestName } from './about.js';

/** How many an organisation can sign up at once. */
export const mostAtOnce = 20;

/** How many applications of one organisation a visit takes that were begun for colleagues, drafts included. */
export const mostOfOrganisation = 40;

/** Somebody whom their organisation signs up, as it was typed. */
export interface ColleagueInput {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
}

export interface Colleague {
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string | null;
}

/** What a line has, in the order of the page. */
export const colleagueParts = ['name', 'email', 'jobTitle'] as const;

/** Checks whom an organisation signs up: 1 to {@link mostAtOnce}, nobody twice. Fields are `colleagues.0.name` … */
export function checkColleagues(lines: readonly ColleagueInput[]): Checked<readonly Colleague[]> {
  if (lines.length === 0) {
    return refuse('colleagues', 'missing', 'Enter the name and the email address of at least one colleague.');
  }
  if (lines.length > mostAtOnce) {
    return refuse(
      'colleagues',
      'too-many',
      `These are ${lines.length} colleagues. Sign up ${mostAtOnce} or fewer at once, and ${mostOfOrganisation} or fewer for one visit: nobody of these has been signed up.`,
    );
  }
  const checked = lines.map((line, index) => checkLine(line, `colleagues.${index}`));
  const problems = [...problemsOf(...checked), ...twice(lines)];
  return problems.length > 0
    ? refused(...problems)
    : accepted(checked.flatMap((line) => (line.ok ? [line.value] : [])));
}

function checkLine(line: ColleagueInput, at: string): Checked<Colleague> {
  const name = checkName(line.name, `${at}.name`);
  const address = checkEmail(line.email, `${at}.email`);
  const email: Checked<string | null> =
    address.ok && address.value === null
      ? refuse(`${at}.email`, 'missing', 'Enter their email address: they have a link of their own by mail.')
      : address;
  const jobTitle = checkOptionalText(line.jobTitle, `${at}.jobTitle`, { longest: longestName });
  if (!name.ok || !email.ok || email.value === null || !jobTitle.ok) {
    return refused(...problemsOf<FieldProblem>(name, email, jobTitle));
  }
  return accepted({ name: name.value, email: email.value, jobTitle: jobTitle.value });
}

function twice(lines: readonly ColleagueInput[]): readonly FieldProblem[] {
  const addresses = lines.map(({ email }) => email.trim().toLowerCase());
  return addresses.flatMap((address, index) => {
    const first = addresses.indexOf(address);
    return address === '' || first === index
      ? []
      : [
          {
            field: `colleagues.${index}.email`,
            code: 'twice',
            message: `This address stands in line ${first + 1} as well. Each colleague needs their own.`,
          },
        ];
  });
}

/**
 * Why an organisation cannot sign up so many more for a visit.
 *
 * @param already its applications for the visit that are not withdrawn
 * @returns `null`: it can
 */
export function tooManyOfOrganisation(already: number, more: number): string | null {
  if (already + more <= mostOfOrganisation) return null;
  const left = Math.max(0, mostOfOrganisation - already);
  const rest = left === 0 ? 'so that no more can be signed up' : `so that ${left} more can be signed up`;
  return `Your organisation has ${already} ${already === 1 ? 'application' : 'applications'} for this visit, and ${mostOfOrganisation} is the most, ${rest}. Nobody of these ${more} has been signed up. If you need more, write to us.`;
}
