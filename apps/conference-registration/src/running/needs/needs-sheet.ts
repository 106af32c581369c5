import { sheetOf, type Sheet, type SheetColumn } from '#sheets';
import type { NeedCount, Needs } from './domain/needs.js';

/** The same counts as on the page, to take out; nobody's name is in it. */
export function needsSheet(name: string, { days, tickets, questions }: Needs): Sheet {
  const columns: readonly SheetColumn[] = [
    { key: 'question', title: 'Question', kind: 'text' },
    { key: 'words', title: 'Answer', kind: 'text' },
    { key: 'all', title: 'All', kind: 'number' },
    ...days.map((day) => ({ key: day, title: day, kind: 'number' }) as const),
    ...tickets.map(({ id, name: title }) => ({ key: id, title, kind: 'number' }) as const),
  ];
  const row = (question: string, { words, all, byDay, byTicket }: NeedCount) => ({
    question,
    words,
    all,
    ...Object.fromEntries(days.map((day, index) => [day, byDay[index] ?? 0])),
    ...Object.fromEntries(tickets.map(({ id }, index) => [id, byTicket[index] ?? 0])),
  });
  return sheetOf({
    name,
    columns,
    rows: questions.flatMap(({ question, counts, asked }) =>
      [...counts, asked].map((count) => row(question.label, count)),
    ),
  });
}
