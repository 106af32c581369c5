import { accepted, problemsOf, refuse, refused, type Checked } from './checked.js';
import { checkEmail, checkOptionalText, checkText } from './text.js';

/** Somebody to turn to. */
export interface Contact {
  readonly name: string;
  /** "Exhibition office" */
  readonly role: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The same as a form or a program gives it. */
export interface ContactInput {
  readonly name: string;
  readonly role: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** @param most how many there may be; @returns problems at `contacts.0.name` … or at `contacts` */
export function checkContacts(input: readonly ContactInput[], most: number): Checked<readonly Contact[]> {
  if (input.length > most) return refuse('contacts', 'too-many', `Give ${most} contacts or fewer.`);
  const checks = input.map(checkContact);
  const contacts = checks.flatMap((check) => (check.ok ? [check.value] : []));
  return contacts.length === checks.length ? accepted(contacts) : refused(...problemsOf(...checks));
}

function checkContact(input: ContactInput, index: number): Checked<Contact> {
  const at = (part: string) => `contacts.${index}.${part}`;
  const name = checkText<string>(input.name, at('name'), {
    longest: 200,
    missing: {
      code: 'missing',
      message: 'Enter the contact’s name, or leave all of the contact blank.',
    },
  });
  const role = checkOptionalText(input.role, at('role'), { longest: 200 });
  const phone = checkOptionalText(input.phone, at('phone'), { longest: 50 });
  const email = checkEmail(input.email, at('email'));
  if (!name.ok || !role.ok || !phone.ok || !email.ok) return refused(...problemsOf(name, role, phone, email));
  return accepted({ name: name.value, role: role.value ?? '', phone: phone.value, email: email.value });
}
