import {
  accepted,
  checkEmail,
  checkPlausibleDay,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';

/** What is sealed when somebody tells it; days are ISO. */
export interface TravelInsurance {
  readonly company: string;
  readonly policyNumber: string;
  /** Whom to call, day and night. */
  readonly phone: string;
  readonly from: string;
  readonly until: string;
}

export interface EmergencyContact {
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
  readonly email: string | null;
}

/** The same as it was typed or sent. */
export interface InsuranceInput {
  readonly company: string;
  readonly policyNumber: string;
  readonly phone: string;
  readonly from: Checked<string | null>;
  readonly until: Checked<string | null>;
}

export interface ContactInput {
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
  readonly email: string;
}

/** What somebody needs, or that they need nothing; with their consent where it is something. */
export interface NeedsInput {
  readonly hasNeeds: boolean | null;
  readonly text: string;
  readonly hasAgreed: boolean;
}

const needed = (field: string, longest: number, message: string) => (text: string) =>
  checkText(text, field, { longest, missing: { code: 'missing', message } });

/** A phone number as people write it, with the digits of one. */
export function checkPhone(text: string, field: string): Checked<string> {
  const phone = needed(field, 60, 'Enter a phone number.')(text);
  if (!phone.ok) return phone;
  const digits = phone.value.replaceAll(/\D/g, '').length;
  return /^[+()\d\s./-]+(?:ext\.?\s*\d+)?$/i.test(phone.value) && digits >= 5 && digits <= 20
    ? phone
    : refuse(field, 'not-a-phone-number', 'Enter a phone number, like +44 7700 900123.');
}

export function checkInsurance(input: InsuranceInput): Checked<TravelInsurance> {
  const company = needed('company', 100, 'Enter the insurance company.')(input.company);
  const policyNumber = needed('policyNumber', 60, 'Enter the number of the policy.')(input.policyNumber);
  const phone = checkPhone(input.phone, 'phone');
  const from = checkNeededDay(input.from, 'from', 'Enter the day from which you are covered.');
  const until = checkNeededDay(input.until, 'until', 'Enter the last day on which you are covered.');
  if (!company.ok || !policyNumber.ok || !phone.ok || !from.ok || !until.ok) {
    return refused(...problemsOf<FieldProblem>(company, policyNumber, phone, from, until));
  }
  if (until.value < from.value)
    return refuse('until', 'before-start', 'Enter a day that is not before the first.');
  return accepted({
    company: company.value,
    policyNumber: policyNumber.value,
    phone: phone.value,
    from: from.value,
    until: until.value,
  });
}

export function checkNeededDay(
  given: Checked<string | null>,
  field: string,
  message: string,
): Checked<string> {
  const day = checkPlausibleDay(given, field);
  if (!day.ok) return day;
  return day.value === null ? refuse(field, 'date-missing', message) : accepted(day.value);
}

export function checkContact(input: ContactInput): Checked<EmergencyContact> {
  const name = needed('name', 200, 'Enter the name of somebody who does not travel with you.')(input.name);
  const relation = needed('relation', 100, 'Enter who they are to you.')(input.relation);
  const phone = checkPhone(input.phone, 'phone');
  const email = checkEmail(input.email, 'email');
  if (!name.ok || !relation.ok || !phone.ok || !email.ok) {
    return refused(...problemsOf<FieldProblem>(name, relation, phone, email));
  }
  return accepted({ name: name.value, relation: relation.value, phone: phone.value, email: email.value });
}

/**
 * What somebody eats or needs.
 *
 * @returns the text; blank: they need nothing, which is an answer as well
 */
export function checkNeeds(input: NeedsInput): Checked<string> {
  if (input.hasNeeds === null) return refuse('hasNeeds', 'missing', 'Choose whether there is anything.');
  if (!input.hasNeeds) return accepted('');
  const text = checkText(input.text, 'text', {
    longest: 2000,
    manyLines: true,
    missing: { code: 'missing', message: 'Say what it is.' },
  });
  const agreed = input.hasAgreed
    ? accepted(true)
    : refuse(
        'hasAgreed',
        'consent-missing',
        'Tick the box, or choose that there is nothing: we may not keep it otherwise.',
      );
  if (!text.ok || !agreed.ok) return refused(...problemsOf<FieldProblem>(text, agreed));
  return text;
}

/** What somebody agrees to before what they need is kept (UK GDPR, Article 9). */
export const needsConsent =
  'I agree that this is kept, sealed, so that the visit can be planned for me. Those who plan it see it where they have to, each time with a reason that is written down. It is erased 30 days after the visit.';

/** What a traveller is asked to agree to, or not; an answer is all that is needed. */
export const consentQuestions = {
  hosts: 'Hosts and interpreters may be told your name and organisation',
  party: 'The others who travel may see your name and organisation',
  photos: 'Photos in which you can be recognised may be published',
} as const;

export type ConsentQuestion = keyof typeof consentQuestions;

export const consentNames = Object.keys(consentQuestions) as readonly ConsentQuestion[];

/** The answers; `null`: not answered. */
export type ConsentInput = Readonly<Record<ConsentQuestion, boolean | null>>;

export function checkConsents(input: ConsentInput): Checked<Readonly<Record<ConsentQuestion, boolean>>> {
  const { hosts, party, photos } = input;
  if (hosts !== null && party !== null && photos !== null) return accepted({ hosts, party, photos });
  return refused(
    ...consentNames
      .filter((name) => input[name] === null)
      .map((field) => ({ field, code: 'missing', message: `Choose yes or no: ${consentQuestions[field]}.` })),
  );
}
