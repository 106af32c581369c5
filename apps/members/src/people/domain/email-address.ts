import { z } from 'zod';

/** RFC 5321 §4.5.3.1.3: a path has at most 256 octets, its angle brackets included. */
const longest = 254;

/**
 * An e-mail address as we keep it: trimmed and in lower case. Strictly speaking the part before the @ may tell capitals
 * apart; no provider of mail does, and people write theirs either way. No address with a space, a line break or a second
 * @ in it gets through, so none can bring a header of its own into a mail.
 */
export const emailAddress = z
  .string('Enter an email address, like name@example.org.')
  .trim()
  .min(1, 'Enter an email address, like name@example.org.')
  .max(longest, `An email address has at most ${longest} characters. Check it.`)
  .toLowerCase()
  .refine((text) => z.email().safeParse(text).success, {
    error: 'Write the email address like name@example.org.',
    params: { code: 'not-an-email-address' },
  });

/** What stands behind the @ of an address that was checked. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
