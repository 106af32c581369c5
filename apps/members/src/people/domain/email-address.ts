import { accepted, checkEmail, refuse, type Checked } from '#checks';

/**
 * An e-mail address as we keep it: trimmed and in lower case. Strictly speaking the part before the @ may tell capitals
 * apart (RFC 5321 §2.4); no provider of mail does, and people write theirs either way. None with a space, a line break
 * or a second @ in it gets through, so none can bring a header of its own into a mail.
 */
export function checkAddress(given: string, field: string): Checked<string> {
  const email = checkEmail(given, field);
  if (!email.ok) return email;
  if (email.value === null) return refuse(field, 'missing', 'Enter an email address, like name@example.org.');
  return accepted(email.value.toLowerCase());
}

/** What stands behind the @ of an address that was checked. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
