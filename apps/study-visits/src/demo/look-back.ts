import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { lockPeopleForChanges } from '#people';
import { Transactions, type DemoClock } from '#platform';
import { KeepBoardReport } from '../board-report/keep-board-report.js';
import { IssueCertificates } from '../certificates/issue-certificates.js';
import { EraseVisits } from '../erasure/erase-visits.schedule.js';
import { KeepOwnFeedback } from '../feedback/own-feedback.js';
import { PartAnswers } from '../feedback/part-answers.schedule.js';
import { KeepOwnNote } from '../learning-notes/own-note.js';
import { PublishNote } from '../learning-notes/publish-note.js';
import { ReadRisks } from '../risks/read-risks.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { TravellerLinks } from '../travellers/traveller-links.js';
import { staff } from './network.js';
import { notes } from './notes.js';

/** Marks for how it was all in all, for what was seen, how it was led and the journey; whether they would tell a colleague; words. */
const answers = [
  ['5544', 'yes', 'The evening at which the members of the care co-operative asked us back.', ''],
  ['4544', 'yes', 'That the consortium lends its name to firms of three people.', 'Fewer visits on one day.'],
  ['5554', 'yes', '', ''],
  ['5455', 'yes', 'The university: where they learn to run it.', ''],
  ['3433', 'maybe', 'The dairy.', 'Leave time to talk on the coach; the list of hosts came late.'],
  ['5553', 'yes', 'Listening to a bank that knows its borrowers.', 'A hotel with quieter rooms.'],
  ['4444', 'yes', '', 'Papers on each host a week before.'],
  ['5545', 'yes', 'Our own colleagues from other councils.', ''],
  ['4543', 'yes', 'Taxi drivers who own the switchboard.', ''],
  ['5554', 'yes', '', 'A free afternoon.'],
  ['4434', 'maybe', 'How law makes it easy to begin.', 'More about what failed.'],
  ['5544', 'yes', 'The interpreters: they made it a conversation.', ''],
  ['4543', 'yes', '', ''],
  ['5555', 'yes', 'All of it.', ''],
  ['5444', 'yes', 'That care can be a career there.', 'Stay two days longer.'],
  ['4354', 'yes', '', 'Less in lecture rooms.'],
  ['5553', 'yes', 'The figures that the bank showed us.', ''],
  ['2323', 'no', '', 'Too fast for me; a rest after lunch would help.'],
  ['4544', 'yes', 'The way a region keeps at it for a century.', ''],
] as const;

const written = {
  purpose: '',
  learned:
    'Co-operatives there live by what stands between them: consortia that sell, buy and train for small firms, a bank that lends to members, and a law that puts three per cent of each surplus into a fund for new ones.\nSocial co-operatives win tenders because tenders are written so that they can.\nFour councils have begun something since: a consortium of care providers, a guide to social clauses, an evening for drivers, a scheme of patient loans.',
  recommendations:
    'Go again in two years, to somewhere that is ten years behind Emilia-Romagna rather than fifty ahead.\nAsk travellers for their learning notes before they are home: those written on the flight are the best.\nPlan one visit fewer on each day.',
};

/** What came after Emilia-Romagna: certificates, what travellers said and learned, what was erased, and the board’s report. */
export async function lookBack(
  app: INestApplicationContext,
  clock: DemoClock,
  visitId: string,
): Promise<void> {
  const travellers = await app.get(ReadTravellers).confirmed(visitId);
  clock.put(Temporal.PlainDate.from('2024-03-16'), '00:10');
  await app.get(Transactions).run(async (manager) => {
    await lockPeopleForChanges(manager);
    await app.get(IssueCertificates).run(manager, visitId);
  });
  clock.put(Temporal.PlainDate.from('2024-03-18'), '12:20');
  for (const [index, [marks, recommend, best, toChange]] of answers.entries()) {
    const [overall = '', programme = '', organisation = '', journey = ''] = marks;
    const said = { overall, programme, organisation, journey, recommend, best, toChange };
    await app.get(KeepOwnFeedback).answer(secretOf(app, travellers[index]), said);
  }
  await writeNotes(app, clock, visitId, travellers);
  const stopping = new AbortController().signal;
  clock.put(Temporal.PlainDate.from('2024-04-15'), '03:20');
  await app.get(EraseVisits).run(clock.now(), stopping);
  clock.put(Temporal.PlainDate.from('2024-04-28'), '03:50');
  await app.get(PartAnswers).run(clock.now());
  clock.put(Temporal.PlainDate.from('2024-05-02'), '11:00');
  const [first] = await app.get(ReadRisks).of(visitId);
  const words =
    'On Wednesday the coach waited forty minutes for a tyre. The taxi co-operative brought the speakers on.';
  const cameTrue = first === undefined ? [] : [{ riskId: first.id, words }];
  await app.get(KeepBoardReport).save(staff, { visitId, version: 0 }, { ...written, cameTrue });
}

/** All hand theirs in but the last, who is at it still; all but one agree that everybody reads it. */
async function writeNotes(
  app: INestApplicationContext,
  clock: DemoClock,
  visitId: string,
  travellers: readonly Traveller[],
): Promise<void> {
  clock.put(Temporal.PlainDate.from('2024-03-24'), '19:00');
  for (const { by, title, text, signed, isPublic, isHandedIn } of notes) {
    const writer = travellers.find(({ name }) => name === by);
    if (writer === undefined) continue;
    const note = { title, text, signed, hasConsented: isPublic, isHandedIn };
    await app.get(KeepOwnNote).save(secretOf(app, writer), 0, note);
    if (isPublic && isHandedIn)
      await app.get(PublishNote).publish(staff, { visitId, travellerId: writer.id, version: null });
  }
}

const secretOf = (app: INestApplicationContext, traveller: Traveller | undefined): string =>
  traveller === undefined ? '' : app.get(TravellerLinks).secretFor(traveller.id);
