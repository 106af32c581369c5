/**
 * A text as it can be set: composed (NFC), with `\n` for any line break and without what has no shape. Half of a
 * surrogate pair becomes U+FFFD, which has one.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '');
}

/**
 * A text of somebody else's inside one of ours, such as a name before a comma: its direction then stays its own, and
 * does not turn round what stands beside it (Unicode Standard Annex 9, section 2.4).
 */
export function isolated(text: string): string {
  return `\u2068${text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '')}\u2069`;
}
