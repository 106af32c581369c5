import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import { renderPdf, type Block } from '#pdf';
import { dateInWords, dateRangeInWords, momentInWords, moneyInWords } from '#ui';
import type { Visit } from '../visits/domain/visit.js';
import { totalsOf } from './domain/totals.js';
import { amountInWords, forInWords, rateInWords, stateWords } from './in-words.js';
import type { ListedExpense } from './read-expenses.js';

const short = (day: string) => dateInWords(Temporal.PlainDate.from(day), { weekday: false });

/**
 * What somebody claims of a visit, on a sheet to sign and to keep: a tagged PDF.
 *
 * @param expenses theirs, by number
 * @param now when it was made, which it says
 */
export async function expenseSheetPdf(
  visit: Visit,
  name: string,
  expenses: readonly ListedExpense[],
  now: Temporal.Instant,
): Promise<Buffer> {
  const made = momentInWords(new Date(now.epochMilliseconds), homeZone);
  const title = `Expenses of ${name}`;
  const { bytes } = await renderPdf({
    title,
    author: 'Co-operative Councils’ Innovation Network',
    language: 'en-GB',
    madeAt: now,
    runningTitle: `${title}, ${visit.title}`,
    footer: `Made on ${made}`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'facts',
        facts: [
          { label: 'Visit', value: visit.title },
          {
            label: 'When',
            value: dateRangeInWords(
              Temporal.PlainDate.from(visit.firstDay),
              Temporal.PlainDate.from(visit.lastDay),
            ),
          },
          { label: 'As it was on', value: made },
        ],
      },
      ...blocksOf(expenses),
    ],
  });
  return bytes;
}

function blocksOf(expenses: readonly ListedExpense[]): readonly Block[] {
  if (expenses.length === 0) return [{ kind: 'paragraph', text: 'Nothing is claimed.' }];
  const own = expenses.filter(({ paidWith }) => paidWith === 'own');
  const visits = expenses.filter(({ paidWith }) => paidWith === 'visit');
  const { waitingPence, owedPence, paidPence } = totalsOf(own);
  return [
    ...tableOf('Paid with their own money', own),
    ...tableOf('Paid with the visit’s money', visits),
    {
      kind: 'totals',
      rows: [
        { label: 'Waiting for staff', amount: moneyInWords(waitingPence) },
        { label: 'Paid back', amount: moneyInWords(paidPence) },
        { label: 'Agreed, to be paid back', amount: moneyInWords(owedPence), strong: true },
      ],
    },
    { kind: 'paragraph', text: 'Signed: ________________________________    Date: ________________' },
  ];
}

function tableOf(heading: string, expenses: readonly ListedExpense[]): readonly Block[] {
  if (expenses.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: heading },
    {
      kind: 'table',
      columns: [
        { header: 'No.', align: 'end' },
        { header: 'What for', align: 'start', share: 4, namesRow: true },
        { header: 'Paid on', align: 'start', share: 2 },
        { header: 'State', align: 'start', share: 2 },
        { header: 'Amount', align: 'end' },
        { header: 'In pounds', align: 'end' },
      ],
      rows: expenses.map((expense) => [
        String(expense.number),
        [expense.what, `For: ${forInWords(expense, [])}`, ...rateLine(expense), ...receiptLine(expense)].join(
          '\n',
        ),
        short(expense.day),
        stateWords[expense.state],
        amountInWords(expense),
        moneyInWords(expense.pence),
      ]),
    },
  ];
}

const rateLine = ({ rate, currency }: ListedExpense): readonly string[] =>
  rate === null
    ? []
    : [`${rateInWords({ ...rate, currency })} (${rate.source}, from ${short(rate.fromDay)})`];

const receiptLine = ({ receipt, noReceiptWhy }: ListedExpense): readonly string[] =>
  receipt !== null ? [] : [noReceiptWhy === '' ? 'No receipt yet' : `No receipt: ${noReceiptWhy}`];
