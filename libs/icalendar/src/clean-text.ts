/** Control characters, line separators, halves of surrogate pairs: most texts have none of them. */
const suspects = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
const controls = /(?![\n\t])\p{Cc}/gu;
const loneSurrogates = /\p{Cs}/gu;

/**
 * Text as a TEXT value may carry it (RFC 5545 §3.3.11), before escaping: every kind of line break as `\n`, no other
 * control characters but the tab. Unicode's own line separators are turned into `\n` too, because several readers
 * split lines at them; half a surrogate pair cannot be written in UTF-8 and becomes U+FFFD.
 */
export function cleanText(text: string): string {
  if (!suspects.test(text)) return text.trim();
  return text.replace(lineBreaks, '\n').replace(controls, '').replace(loneSurrogates, '\uFFFD').trim();
}

/** {@link cleanText} on one line, for names and titles. `joint` stands where the line breaks were. */
export function cleanLine(text: string, joint = ' '): string {
  const cleaned = cleanText(text);
  return cleaned.includes('\n') ? cleaned.replace(/\s*\n\s*/gu, joint) : cleaned;
}
