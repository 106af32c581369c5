import { accepted, checkOptionalText, checkText, problemsOf, refuse, refused, type Checked } from '#checks';
import type { PersonFacts } from './person.js';

/** As a form or a program gives it; blank or `null` where left out. */
export interface PersonFactsInput {
  readonly name: string;
  readonly preferredName: string | null;
  readonly pronouns: string | null;
  readonly jobTitle: string | null;
  readonly phone: string | null;
}

/** What is said of a person, on one line each. */
export function checkFacts(input: PersonFactsInput): Checked<PersonFacts> {
  const name = checkText(input.name, 'name', {
    longest: 200,
    missing: { code: 'missing', message: 'Enter the person’s name.' },
  });
  const preferredName = checkOptionalText(input.preferredName, 'preferredName', { longest: 100 });
  const pronouns = checkOptionalText(input.pronouns, 'pronouns', { longest: 50 });
  const jobTitle = checkOptionalText(input.jobTitle, 'jobTitle', { longest: 200 });
  const phone = checkPhone(input.phone);
  if (!name.ok || !preferredName.ok || !pronouns.ok || !jobTitle.ok || !phone.ok) {
    return refused(...problemsOf(name, preferredName, pronouns, jobTitle, phone));
  }
  return accepted({
    name: name.value,
    preferredName: preferredName.value,
    pronouns: pronouns.value,
    jobTitle: jobTitle.value,
    phone: phone.value,
  });
}

/** Digits with the signs that people write between them, and an extension. */
const phoneNumber = /^\+?[\d\s().-]{5,}(?:(?:ext\.?|x)\s*\d{1,6})?$/i;

function checkPhone(text: string | null): Checked<string | null> {
  const phone = checkOptionalText(text, 'phone', { longest: 50 });
  if (!phone.ok || phone.value === null || phoneNumber.test(phone.value)) return phone;
  return refuse(
    'phone',
    'not-a-phone-number',
    'Write the phone number in digits, like 020 7946 0000 or +44 20 7946 0000.',
  );
}
