import type { INestApplicationContext } from '@nestjs/common';
import { accepted } from '#checks';
import { Transactions } from '#platform';
import { ChangeAllocations } from '../allocations/change-allocations.js';
import { ReadCatalogue } from '../catalogue/read-catalogue.js';
import { MakeCodes } from '../codes/make-codes.js';
import { ChangeConferenceStatus } from '../conferences/change-conference-status.js';
import { CreateConference, type ConferenceInput } from '../conferences/create-conference.js';
import { StaffConferences } from '../conferences/staff-conferences.js';
import { ChangePools } from '../pools/change-pools.js';
import { ChangeQuestions } from '../questions/set-up/change-questions.js';
import type { QuestionInput } from '../questions/set-up/domain/question-details.js';
import { AddTicket } from '../tickets/add-ticket.js';
import type { Dates } from './conferences.js';
import { staff } from './network.js';
import { asked, called, room, ticketsOf, workshops } from './offer.js';

/** A conference of the demonstration, with the ids of what it offers and asks, by what that is called. */
export interface DemoConference {
  readonly id: string;
  readonly tickets: ReadonlyMap<string, string>;
  readonly questions: ReadonlyMap<string, string>;
}

/** A code of the coming conference, beside those that each has. */
export interface CivicGuests {
  /** How many places at the dinner the host keeps for its own guests. */
  readonly places: number;
}

/** Sets a conference up as staff do, and opens it. */
export async function setUpConference(
  app: INestApplicationContext,
  input: ConferenceInput,
  dates: Dates,
  civicGuests: CivicGuests | null,
): Promise<DemoConference> {
  const transactions = app.get(Transactions);
  const { id } = await transactions.run((manager) => app.get(CreateConference).run(manager, staff, input));
  const tickets = new Map<string, string>();
  const questions = new Map<string, string>();
  await transactions.run(async (manager) => {
    for (const ticket of ticketsOf(dates)) {
      tickets.set(ticket.name, (await app.get(AddTicket).add(manager, staff, id, ticket)).id);
    }
    const ids = (...names: readonly string[]) => names.map((name) => tickets.get(name) ?? '');
    const inPerson = ids(called.both, called.first, called.second, called.workshop);
    const pool = (
      name: string,
      capacity: number,
      ticketTypeIds: readonly string[],
      perOrganisation = false,
    ) =>
      app
        .get(ChangePools)
        .add(manager, staff, id, { name, capacity: accepted(capacity), perOrganisation, ticketTypeIds });
    await pool('The whole conference', room.all, [...inPerson, ...ids(called.online)]);
    await pool('In person', room.inPerson, inPerson);
    await pool('Civic dinner', room.dinner, ids(called.dinner, called.dinnerOnly));
    await pool('One organisation, in person', room.organisation, inPerson, true);
    await pool('Workshop day', room.workshop, ids(called.workshop));
    await app.get(ChangeAllocations).add(manager, staff, id, {
      ticketTypeId: tickets.get(called.both) ?? '',
      category: 'full',
      organisationId: '',
      places: accepted(2),
    });
    for (const question of questionsOf(ids(called.both, called.first, called.second), ids(called.workshop))) {
      questions.set(question.label, (await app.get(ChangeQuestions).add(manager, staff, id, question)).id);
    }
  });
  await makeCodes(app, id, tickets, civicGuests);
  const { version } = await app.get(StaffConferences).read(id);
  await app.get(ChangeConferenceStatus).run(staff, id, { to: 'open', version, reason: '' });
  await app.get(ReadCatalogue).of(id);
  return { id, tickets, questions };
}

async function makeCodes(
  app: INestApplicationContext,
  id: string,
  tickets: ReadonlyMap<string, string>,
  civicGuests: CivicGuests | null,
): Promise<void> {
  const code = (text: string, note: string, different: object) =>
    app.get(Transactions).run((manager) =>
      app.get(MakeCodes).add(
        manager,
        staff,
        id,
        { kind: 'typed', code: text },
        {
          note,
          priceChange: accepted(null),
          reserves: false,
          uses: accepted(null),
          lastDay: accepted(null),
          organisationId: '',
          ticketTypeIds: [],
          ...different,
        },
      ),
    );
  const one = (name: string) => [tickets.get(name) ?? ''];
  await code('SPEAKER', 'For speakers: a place is kept for each, free of charge', {
    priceChange: accepted({ kind: 'percent', percent: 100 }),
    reserves: true,
    uses: accepted(10),
    ticketTypeIds: one(called.both),
  });
  await code('COOP25', 'A quarter off for co-operatives, agreed with the board', {
    priceChange: accepted({ kind: 'percent', percent: 25 }),
    uses: accepted(20),
  });
  if (civicGuests === null) return;
  await code('CIVIC', 'The host’s own guests at the dinner', {
    priceChange: accepted({ kind: 'percent', percent: 100 }),
    reserves: true,
    uses: accepted(civicGuests.places),
    ticketTypeIds: one(called.dinnerOnly),
  });
}

function questionsOf(inPerson: readonly string[], workshop: readonly string[]): readonly QuestionInput[] {
  const usual: QuestionInput = {
    askedOf: 'delegate',
    kind: 'long-text',
    label: '',
    hint: '',
    choices: [],
    required: false,
    sensitive: '',
    onlyIf: null,
    ticketTypeIds: [],
    asksApproval: false,
  };
  return [
    { ...usual, kind: 'yes-no', label: asked.firstTime, required: true },
    {
      ...usual,
      kind: 'several',
      label: asked.workshops,
      choices: workshops,
      ticketTypeIds: inPerson,
      hint: 'Choose as many as you like. We use this to choose rooms.',
    },
    {
      ...usual,
      label: asked.dietary,
      sensitive: 'dietary',
      hint: 'Allergies too.',
    },
    {
      ...usual,
      label: asked.access,
      sensitive: 'access',
      hint: 'For example a hearing loop, a seat near the door, or somebody who comes with you.',
    },
    { ...usual, label: asked.why, required: true, ticketTypeIds: workshop, asksApproval: true },
  ];
}
