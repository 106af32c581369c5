import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import { renderPdf, type Block } from '#pdf';
import { dateInWords, dateRangeInWords, moneyInWords, numberInWords } from '#ui';
import { categoryWords } from '../budget/in-words.js';
import { questionWords } from '../feedback/in-words.js';
import { answeredInWords, erasedInWords, purposeOf, risksInWords, wentInWords } from './in-words.js';
import type { BoardReportRead } from './read-board-report.js';

const money = (pence: number | null): string => (pence === null ? '' : moneyInWords(pence));

/** What the board reads of a visit as a tagged PDF. @param now when it was made, which it says */
export async function boardReportPdf(report: BoardReportRead, now: Temporal.Instant): Promise<Buffer> {
  const { visit } = report;
  const title = `Report to the board: ${visit.title}`;
  const made = dateInWords(now.toZonedDateTimeISO(homeZone).toPlainDate());
  const when = dateRangeInWords(
    Temporal.PlainDate.from(visit.firstDay),
    Temporal.PlainDate.from(visit.lastDay),
  );
  const { bytes } = await renderPdf({
    title,
    author: 'Co-operative Councils’ Innovation Network',
    language: 'en-GB',
    madeAt: now,
    runningTitle: title,
    footer: `Made on ${made}`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'facts',
        facts: [
          { label: 'When', value: when },
          { label: 'Where', value: visit.region },
          { label: 'Who went', value: wentInWords(report) },
        ],
      },
      ...section('What it was for', words(purposeOf(report))),
      ...section('Who went', organisations(report)),
      ...section('What was learned', learned(report)),
      ...section('What it cost', costs(report)),
      ...section('How travellers found it', feedback(report)),
      ...section('What could go wrong, and did', risks(report)),
      ...section('What we recommend', words(report.written?.recommendations ?? '')),
      ...section('Personal data', [{ kind: 'paragraph', text: erasedInWords(report) }]),
    ],
  });
  return bytes;
}

const section = (text: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text }, ...blocks];

/** A paragraph for each line that somebody wrote. */
const words = (text: string): readonly Block[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line.trim() }));

const organisations = (report: BoardReportRead): readonly Block[] =>
  report.organisations.length === 0
    ? [{ kind: 'paragraph', text: 'Nobody.' }]
    : [
        {
          kind: 'table',
          columns: [
            { header: 'Organisation', align: 'start', namesRow: true },
            { header: 'Delegates', align: 'end' },
          ],
          rows: report.organisations.map(({ name, delegates }) => [name, numberInWords(delegates)]),
        },
      ];

const learned = ({ written, notes }: BoardReportRead): readonly Block[] => [
  ...words(written?.learned ?? ''),
  ...(notes.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: [
            { header: 'Published on the visit’s page', align: 'start', share: 3, namesRow: true },
            { header: 'Signed', align: 'start', share: 2 },
          ],
          rows: notes.map(({ title, signature }) => [title, signature]),
        } as const,
      ]),
];

const costs = (report: BoardReportRead): readonly Block[] =>
  report.costs.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: [
            { header: 'What for', align: 'start', namesRow: true },
            { header: 'Planned', align: 'end' },
            { header: 'Actual', align: 'end' },
            { header: 'For each delegate', align: 'end' },
          ],
          rows: report.costs.map(({ category, plannedPence, actualPence, actualPerHead }) => [
            category === null ? [{ text: 'In all', strong: true }] : categoryWords[category],
            money(plannedPence),
            money(actualPence),
            money(actualPerHead),
          ]),
        },
        {
          kind: 'paragraph',
          text: `Funded by others: ${moneyInWords(report.balance.totals.fundedPence)}.`,
        },
      ];

const feedback = (report: BoardReportRead): readonly Block[] => [
  { kind: 'paragraph', text: answeredInWords(report) },
  ...(report.feedback.totals === null
    ? []
    : [
        {
          kind: 'table',
          columns: [
            { header: 'Question', align: 'start', namesRow: true },
            { header: 'Of five, on average', align: 'end' },
            { header: 'Answers', align: 'end' },
          ],
          rows: report.feedback.totals.ratings.map(({ question, average, answers }) => [
            questionWords[question],
            average === null ? 'None' : average.toFixed(1),
            numberInWords(answers),
          ]),
        } as const,
      ]),
];

const risks = (report: BoardReportRead): readonly Block[] => [
  { kind: 'paragraph', text: risksInWords(report) },
  ...(report.cameTrue.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: [
            { header: 'What happened', align: 'start', share: 2, namesRow: true },
            { header: 'What was done', align: 'start', share: 3 },
          ],
          rows: report.cameTrue.map(({ risk, words: done }) => [risk.hazard, done]),
        } as const,
      ]),
];
