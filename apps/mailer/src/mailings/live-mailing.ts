import { numberInWords, type LiveState } from '#ui';
import { mailStatuses } from '../mails/domain/mail-status.js';
import type { FoundMailing } from './find-mailings.js';
import { progressInWords } from './pages/progress-in-words.js';

/** The place where readers are counted whom the mailer has not been told of yet; the others are named as the states. */
export const toComePlace = 'to-come';

/** What the page of a mailing shows of how it stands, and what its script is told. */
export function liveMailing({ counts, progress }: FoundMailing): LiveState {
  const words = progressInWords(progress);
  return {
    isRunning: !progress.isDone,
    done: progress.sent + progress.notSent,
    total: progress.total,
    values: {
      words,
      ...Object.fromEntries(mailStatuses.map((status) => [status, numberInWords(counts[status] ?? 0)])),
      [toComePlace]: numberInWords(progress.toCome),
    },
    said: words,
  };
}
