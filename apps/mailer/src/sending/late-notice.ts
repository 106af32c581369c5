import { momentInWords } from '#ui';

/** A mail that comes no later than this is not worth a word, in milliseconds. */
const grace = 3_600_000;

/**
 * What a mail says that comes more than an hour after it ought to: that it is late, and when it was due.
 *
 * @param dueAt when it ought to arrive; `null`: there is no such time
 * @returns undefined when it is in time
 */
export function lateNotice(kind: string, dueAt: Date | null, now: Date): string | undefined {
  if (dueAt === null || now.getTime() - dueAt.getTime() <= grace) return undefined;
  const what = kind === 'reminders' ? 'reminder' : 'mail';
  return `This ${what} comes late: it was due on ${momentInWords(dueAt)}.`;
}
