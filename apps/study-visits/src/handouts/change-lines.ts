import { plural } from '#ui';
import { changeWords, markWords } from '../papers/in-words.js';
import type { MarkedEntry, MarkedPaper } from '../papers/domain/paper-changes.js';
import { peopleKey } from './sheet-paper.js';

/** What is different on a sheet, a line for each thing. Of travellers there are numbers, no names. */
export function changeLines({ aboutChanges, sections }: MarkedPaper): readonly string[] {
  return [
    ...aboutChanges.map(
      (change) => `${change.field}: ${change.after === '' ? 'not said any more' : change.after}`,
    ),
    ...sections.flatMap(({ key, entries }) =>
      key === peopleKey ? peopleLines(entries) : entries.flatMap(lineOf),
    ),
  ];
}

function lineOf({ mark, time, title, changes, cancelled }: MarkedEntry): readonly string[] {
  if (mark === 'same') return [];
  const what = [time, title].filter((part) => part !== '').join(': ');
  const said = [cancelled ?? '', ...changes.map(changeWords)].filter((part) => part !== '');
  return [`${markWords[mark]}: ${what}${said.length === 0 ? '' : ` (${said.join('; ')})`}`];
}

function peopleLines(entries: readonly MarkedEntry[]): readonly string[] {
  const count = (mark: MarkedEntry['mark']) => entries.filter((entry) => entry.mark === mark).length;
  const [joined, left] = [count('new'), count('gone')];
  return [
    ...(joined === 0
      ? []
      : [`${plural(joined, 'traveller')} named who ${joined === 1 ? 'was' : 'were'} not before`]),
    ...(left === 0 ? [] : [`${plural(left, 'traveller')} not named any more`]),
  ];
}
