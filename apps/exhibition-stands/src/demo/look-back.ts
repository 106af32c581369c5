import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import { momentAt, Transactions, type DemoClock } from '#platform';
import type { NoteKind } from '../afterwards/domain/note.js';
import { AnswerFeedback } from '../afterwards/feedback/answer-feedback.js';
import { ReadFeedback } from '../afterwards/feedback/read-feedback.js';
import { KeepNotes } from '../afterwards/notes/keep-notes.js';
import { KeepThanksWords } from '../afterwards/thanks/keep-thanks-words.js';
import { SendThanks } from '../afterwards/thanks/send-thanks.js';
import { ThanksMails } from '../afterwards/thanks/thanks-mails.js';
import { ThanksRow } from '../afterwards/thanks/thanks.entities.js';
import { KeepCosts } from '../costs/keep-costs.js';
import type { CostCategory } from '../costs/domain/cost.js';
import { DropOut } from '../day/drop-out.js';
import { SayPresence } from '../day/say-presence.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { ReadCurrent } from '../published/read-current.js';
import { opinions } from './opinions.js';
import { staff } from './network.js';

interface Played {
  readonly exhibition: Exhibition;
  /** Its first day. */
  readonly first: Temporal.PlainDate;
  /** Ids in the order of the helpers. */
  readonly members: readonly string[];
}

/** Who could not come to their shift of the second day after all, and who did not come to that of the first and said nothing. */
const droppingOut = 3;
const missing = 6;

/**
 * Lets the days of the stand pass: people check in on the first two, and nobody thinks of it on the third, so that everybody is
 * taken to have been there.
 */
export async function playDays(
  app: INestApplicationContext,
  clock: DemoClock,
  { exhibition, first, members }: Played,
): Promise<void> {
  const told = await app.get(ReadCurrent).of(exhibition.id);
  const dayOf = ({ terms }: (typeof told)[number]) =>
    first.until(terms.start.toZonedDateTimeISO(exhibition.zone).toPlainDate()).days;
  const dropped = told.find((one) => one.memberId === members[droppingOut] && dayOf(one) === 1);
  if (dropped !== undefined) {
    clock.put(first, '20:10');
    const who = { exhibitionId: exhibition.id, memberId: dropped.memberId };
    const by = { actor: null, correlationId: 'demonstration' };
    await app.get(DropOut).run(who, dropped.id, 'My train home is earlier than I thought.', by);
  }
  for (const one of told) {
    const day = dayOf(one);
    if (one.id === dropped?.id || day > 1 || (day === 0 && one.memberId === members[missing])) continue;
    const start = one.terms.start.toZonedDateTimeISO(exhibition.zone);
    clock.put(start.toPlainDate(), start.toPlainTime().toString({ smallestUnit: 'minute' }));
    await app.get(SayPresence).byStaff(staff, exhibition.id, one.id, 'check-in');
  }
}

const costs: readonly (readonly [CostCategory, string, budget: number, actual: number])[] = [
  ['space', 'Stand space, 12 m²', 4050, 4050],
  ['print', 'Case-studies packs, 600', 740, 702],
  ['travel', 'Trains of staff', 280, 341],
  ['food', 'Tea and cake for visitors', 120, 96],
];

/** Notes that staff wrote themselves; the last one is settled. */
const notes: readonly (readonly [NoteKind, string, owner: string | null])[] = [
  ['buy', 'A second tablecloth: the first was wet on Monday', 'Kit Keeper'],
  ['contact', 'Ask the venue for the corner again before it goes on sale', 'Sam Staff'],
  ['keep', 'Tea at three: most visitors of the day', null],
  ['other', 'Send the borrowed trolley back', 'Kit Keeper'],
];

/** What staff do once it is over: costs, thanks, what people answer, and what is carried to next year. */
export async function lookBack(
  app: INestApplicationContext,
  clock: DemoClock,
  { exhibition, first, members }: Played,
): Promise<void> {
  const { id } = exhibition;
  const last = Temporal.PlainDate.from(exhibition.lastDay);
  const transactions = app.get(Transactions);
  clock.put(last.add({ days: 2 }), '09:40');
  for (const [category, description, budget, actual] of costs) {
    const input = {
      category,
      description,
      budgetPence: accepted(budget * 100),
      actualPence: accepted(actual * 100),
      paidOn: accepted(first.toString()),
    };
    await transactions.run((manager) => app.get(KeepCosts).add(manager, staff, id, input));
  }
  await app.get(KeepThanksWords).run(staff, id, {
    people:
      'thank you for three long days on the stand. More people stopped than ever, and six of them want to join.\n\nWe owe you tea.',
    organisations:
      'thank you for letting your people stand with us. It is them whom visitors remember, and you made it possible.',
    version: null,
  });
  clock.put(last.add({ days: 2 }), '11:00');
  await transactions.run((manager) => app.get(SendThanks).run(manager, staff, id, 'people'));
  await answer(app, clock, { exhibition, first, members });
  clock.put(last.add({ days: 12 }), '15:00');
  const { given } = await app.get(ReadFeedback).of(id);
  const wished = given.findLast(({ row }) => row.toChange !== '');
  if (wished !== undefined) {
    await app.get(KeepNotes).ofFeedback(staff, { exhibitionId: id, id: wished.row.id }, 'to-change');
  }
  for (const [kind, text, ownerName] of notes) {
    const { id: noteId } = await transactions.run((manager) =>
      app.get(KeepNotes).add(manager, staff, id, { kind, text, ownerName }),
    );
    if (kind === 'other') await app.get(KeepNotes).mark(staff, { exhibitionId: id, id: noteId }, true);
  }
}

/** People say how it was, by the links that they were mailed. */
async function answer(
  app: INestApplicationContext,
  clock: DemoClock,
  { exhibition, members }: Played,
): Promise<void> {
  const sent = await app
    .get(Transactions)
    .run((manager) => manager.findBy(ThanksRow, { exhibitionId: exhibition.id }));
  const last = Temporal.PlainDate.from(exhibition.lastDay);
  for (const [index, { helper, ...said }] of opinions.entries()) {
    const thanks = sent.find(({ teamMemberId }) => teamMemberId === members[helper]);
    if (thanks === undefined) continue;
    clock.put(last.add({ days: 3 + index }), `${10 + index}:25`);
    await app.get(AnswerFeedback).run(app.get(ThanksMails).secretOf(thanks.id), said);
  }
}

/** An instant of the stand's days, counted from the first. */
export const momentOn = (first: Temporal.PlainDate, day: number, time: string): Temporal.Instant =>
  momentAt(first.add({ days: day }), time);
