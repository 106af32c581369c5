import { checkEmail, checkOptionalText, checkText } from '#checks';
import { accepted, problemsOf, refuse, refused, type Checked } from './errors.js';
import type { Organiser } from './event.js';

export const longestTitle = 1000;
export const longestDescription = 50_000;
export const mostTags = 20;
export const longestTag = 40;

export const checkTitle = (text: string, field = 'title'): Checked<string> =>
  checkText(text, field, { longest: longestTitle, missing: { code: 'missing', message: 'Enter a title.' } });

/** Markdown; may be empty. */
export function checkDescription(text: string, field = 'description'): Checked<string> {
  const checked = checkOptionalText(text, field, { longest: longestDescription, manyLines: true });
  return checked.ok ? accepted(checked.value ?? '') : checked;
}

/** A slug such as `values-and-principles`, or `null` when blank. */
export function checkSlug(text: string | null, field: string): Checked<string | null> {
  const slug = text?.trim() ?? '';
  if (slug === '') return accepted(null);
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) && slug.length <= 100) return accepted(slug);
  return refuse(
    field,
    'not-a-slug',
    `“${slug}” is not a name as addresses have it. Use small letters, digits and single hyphens, such as officer-calls.`,
  );
}

/** Lower-case, trimmed, sorted, without doubles and blanks. */
export function checkTags(texts: readonly string[], field = 'tags'): Checked<readonly string[]> {
  const checks = texts
    .filter((text) => text.trim() !== '')
    .map((text) =>
      checkText(text.toLowerCase().replaceAll(/\s+/g, ' '), field, {
        longest: longestTag,
        missing: { code: 'missing', message: 'Enter a tag.' },
      }),
    );
  const problems = problemsOf(...checks);
  if (problems.length > 0) return refused(...problems);
  const tags = [...new Set(checks.flatMap((check) => (check.ok ? [check.value] : [])))].sort();
  if (tags.length > mostTags) {
    return refuse(field, 'too-many', `There are ${tags.length} tags. Keep ${mostTags} or fewer.`);
  }
  return accepted(tags);
}

export interface OrganiserInput {
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
}

/** Whom to ask; `null` when nothing is filled in. A name is needed as soon as anything is. */
export function checkOrganiser(input: OrganiserInput | null, field = 'organiser'): Checked<Organiser | null> {
  if (input === null) return accepted(null);
  const isBlank = [input.name, input.email, input.phone].every((text) => (text ?? '').trim() === '');
  if (isBlank) return accepted(null);
  const name = checkText(input.name, `${field}.name`, {
    longest: 200,
    missing: { code: 'missing', message: 'Enter the name of the person or team to contact.' },
  });
  const email = checkEmail(input.email, `${field}.email`);
  const phone = checkOptionalText(input.phone, `${field}.phone`, { longest: 50 });
  if (!name.ok || !email.ok || !phone.ok) return refused(...problemsOf(name, email, phone));
  return accepted({ name: name.value, email: email.value, phone: phone.value });
}
