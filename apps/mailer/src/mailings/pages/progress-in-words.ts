import { numberInWords, plural } from '#ui';
import type { Progress } from '../domain/progress.js';

/** "1,200 of 2,000 mails sent, 3 not sent, 797 still to go" */
export function progressInWords({ total, toCome, waiting, sent, notSent }: Progress): string {
  if (total === 0) return 'Nobody to send it to';
  const left = toCome + waiting;
  return [
    sent === total
      ? `${plural(total, 'mail')} sent`
      : `${numberInWords(sent)} of ${plural(total, 'mail')} sent`,
    ...(notSent > 0 ? [`${numberInWords(notSent)} not sent`] : []),
    ...(left > 0 ? [`${numberInWords(left)} still to go`] : []),
  ].join(', ');
}
