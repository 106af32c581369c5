import { cleanText } from './clean-text.js';

/**
 * A parameter's value that may hold anything somebody typed, in quotes: `^`, line breaks and quotes are written as RFC 6868
 * has it, other control characters left out. Nothing in it can end the parameter or the line.
 */
export function quoteParameter(text: string): string {
  const written = cleanText(text).replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'");
  return `"${written}"`;
}
