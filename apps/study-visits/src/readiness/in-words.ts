import { Temporal } from 'temporal-polyfill';
import { dateRangeInWords } from '#ui';
import { judgedInWords } from '../destination-rules/in-words.js';
import type { Visit } from '../visits/domain/visit.js';
import type { MarkStatus, ReadinessItem } from './domain/item.js';
import type { Judgement } from './domain/judge.js';

/** What heads a column, and names a thing in a list. */
export const itemWords: Readonly<Record<ReadinessItem, string>> = {
  passport: 'Passport',
  insurance: 'Insurance',
  'emergency-contact': 'Emergency contact',
  dietary: 'Food',
  access: 'Access',
  rooming: 'Room',
  travel: 'Travel',
  deposit: 'Deposit',
  balance: 'Balance',
  consent: 'Consent',
};

/** What a traveller is asked to do. */
export const taskWords: Readonly<Record<ReadinessItem, string>> = {
  passport: 'Your passport',
  insurance: 'Your travel insurance',
  'emergency-contact': 'Whom we call in an emergency',
  dietary: 'What you eat',
  access: 'What you need to take part',
  rooming: 'Your room',
  travel: 'How you travel',
  deposit: 'The deposit',
  balance: 'The balance',
  consent: 'Who may know that you travel',
};

export const statusWords: Readonly<Record<MarkStatus, string>> = {
  done: 'Done',
  missing: 'Missing',
  wrong: 'Will not do',
  unsure: 'Not sure',
  'not-needed': 'Not needed',
  'not-asked': 'Not asked yet',
};

/** Why something will not do, in words that hold nothing of what was told; `null`: the state says it all. */
export function judgementInWords(judgement: Judgement): string | null {
  if (judgement.item === 'insurance') {
    if (judgement.findings.length === 0) return null;
    return judgement.findings
      .map(({ code }) =>
        code === 'begins-late' ? 'it begins after the first day' : 'it ends before the last day',
      )
      .join('; ');
  }
  const counts = judgement.each[judgement.counts];
  return counts === undefined || counts.findings.length === 0 ? null : judgedInWords(counts);
}

/** A visit as mails name it. */
export const visitInMail = ({ title, firstDay, lastDay }: Pick<Visit, 'title' | 'firstDay' | 'lastDay'>) => ({
  title,
  when: dateRangeInWords(Temporal.PlainDate.from(firstDay), Temporal.PlainDate.from(lastDay)),
});
