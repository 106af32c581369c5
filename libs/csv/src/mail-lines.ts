/** A person as a mail program writes them. */
export interface MailPerson {
  readonly name: string;
  readonly email: string;
}

const inBrackets = /<[^<>@\s]+@[^<>@\s]+>/;

/** Whether a text was copied from the address lines of a mail, or is names one after the other. */
export function looksLikeMail(text: string): boolean {
  if (text.includes('\t')) return false;
  const isOneLine = !text.trim().includes('\n');
  return inBrackets.test(text) || (isOneLine && text.includes(';'));
}

/** People as they stand in the address lines of a mail: `Siân Jones <sian@example.org>; bob@example.org`. */
export function readMailLines(text: string): readonly MailPerson[] {
  return text
    .split(/[\n;]|(?<=>)\s*,/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(readEntry);
}

function readEntry(entry: string): MailPerson {
  const bracketed = /^(.*)<([^<>]*)>[\s,]*$/s.exec(entry);
  if (bracketed) return { name: unquoted(bracketed[1] ?? ''), email: (bracketed[2] ?? '').trim() };
  const address = /[^\s@]{1,254}@\S{1,254}/.exec(entry)?.[0] ?? '';
  return { name: unquoted(entry.replace(address, ' ')), email: address.replace(/[,.]+$/, '') };
}

/** Mail programs put names with commas into quotation marks. */
const unquoted = (name: string): string =>
  name
    .trim()
    .replace(/^(["'“‘])(.*)["'”’]$/su, '$2')
    .replaceAll('\\"', '"')
    .trim();
