import { z } from 'zod';
import { readKeys, type SensitiveKeys } from './domain/keys.js';

/** What sensitive details are sealed with: keys as {@link readKeys} reads them. The value is never shown. */
export const sensitiveKeys = z.string().transform((text, context): SensitiveKeys => {
  const read = readKeys(text);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: read.problems[0]?.message ?? '' });
  return z.NEVER;
});
