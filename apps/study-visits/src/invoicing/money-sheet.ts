import { sheetOf } from '#sheets';
import type { Visit } from '../visits/domain/visit.js';
import { chargeTitles, standingWords } from './domain/charge-words.js';
import { freeBecause, type TravellerMoney } from './read-money.js';

/** Who owes what for a visit as a table to be taken out, a line for each invoice. @param today ISO date */
export const moneySheet = (visit: Visit, money: readonly TravellerMoney[], today: string) =>
  sheetOf({
    name: `Money ${visit.slug} ${today}`,
    columns: [
      { key: 'number', title: 'Number', kind: 'number' },
      { key: 'traveller', title: 'Traveller', kind: 'text' },
      { key: 'organisation', title: 'Organisation', kind: 'text' },
      { key: 'payer', title: 'Paid by', kind: 'text' },
      { key: 'what', title: 'What', kind: 'text' },
      { key: 'state', title: 'State', kind: 'text' },
      { key: 'invoice', title: 'Invoice', kind: 'text' },
      { key: 'due', title: 'Due', kind: 'date' },
      { key: 'charged', title: 'Charged', kind: 'pence' },
      { key: 'outstanding', title: 'Outstanding', kind: 'pence' },
    ],
    rows: money.flatMap((each) => linesOf(visit, each)),
  });

/** A line for each invoice; one line for whoever has none. */
function linesOf(visit: Visit, money: TravellerMoney) {
  const { traveller, charges, organisation, expectedPence, isPayerMissing } = money;
  const about = {
    number: traveller.number,
    traveller: traveller.name,
    organisation: traveller.organisationName,
  };
  const none = {
    ...about,
    payer: isPayerMissing ? 'Not said yet' : '',
    what: isPayerMissing ? 'Place' : (freeBecause(visit, traveller) ?? ''),
    state: isPayerMissing ? 'Not invoiced yet' : 'Nothing to pay',
    invoice: null as string | null,
    due: null as string | null,
    charged: expectedPence,
    outstanding: expectedPence,
  };
  if (charges.length === 0) return [none];
  return charges.map((charge) => ({
    ...about,
    payer: organisation ?? 'The traveller',
    what: chargeTitles[charge.kind],
    state: standingWords[charge.standing],
    invoice: charge.invoice?.label ?? null,
    due: charge.dueOn,
    charged: charge.chargedPence,
    outstanding: charge.outstandingPence,
  }));
}
