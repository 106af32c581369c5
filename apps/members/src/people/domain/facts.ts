import { z } from 'zod';

// Control characters, halves of a character (which no database keeps), and the line and paragraph separators.
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** Text on one line: trimmed, composed (NFC), of bounded length in characters. */
export function line(longest: number) {
  return z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .refine((text) => !unprintable.test(text), {
          error: 'This contains a line break or a character that cannot be shown. Write it on one line.',
          params: { code: 'unprintable-character' },
        })
        .refine((text) => Array.from(text).length <= longest, {
          error: `This is too long. Shorten it to ${longest} characters or fewer.`,
          params: { code: 'too-long' },
        }),
    );
}

/** Text on one line that may be left out: `null` when it is blank. */
export function optionalLine(longest: number) {
  return line(longest)
    .nullable()
    .transform((text) => (text === '' ? null : text));
}

/** Digits with the signs that people write between them, and an extension. */
const phoneNumber = /^\+?[\d\s().-]{5,}(?:\s*(?:ext\.?|x)\s*\d{1,6})?$/i;

/** What is said of a person; the order is that of the form. */
export const personFacts = z.object({
  name: line(200).refine((text) => text !== '', {
    error: 'Enter the person’s name.',
    params: { code: 'missing' },
  }),
  preferredName: optionalLine(100),
  pronouns: optionalLine(50),
  jobTitle: optionalLine(200),
  phone: optionalLine(50).refine((text) => text === null || phoneNumber.test(text), {
    error: 'Write the phone number in digits, like 020 7946 0000 or +44 20 7946 0000.',
    params: { code: 'not-a-phone-number' },
  }),
});

/** As a form or a program gives it; blank or `null` where left out. */
export type PersonFactsInput = z.input<typeof personFacts>;
