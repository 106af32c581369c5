import type { INestApplicationContext } from '@nestjs/common';
import { accepted } from '#checks';
import { Transactions } from '#platform';
import { KeepBudget } from '../budget/keep-budget.js';
import { KeepConsideration } from '../package-travel/keep-consideration.js';
import { KeepRisks } from '../risks/keep-risks.js';
import { SignRisks } from '../risks/sign-risks.js';
import { digestOf } from '../sign-offs/domain/sign-state.js';
import { ReadSigned } from '../sign-offs/read-signed.js';
import { FindVisit } from '../visits/find-visit.js';
import { staff } from './network.js';

/** On what it goes, what for, what was planned, what it came to, and how much of it others paid; in pounds. */
const costs = [
  ['travel', '25 flights from London to Bologna and back', 5250, 5618, 5618],
  ['local-travel', 'A coach with its driver, for five days', 2900, 2900, 2900],
  ['rooms', 'Rooms and breakfast in Bologna, five nights', 11_250, 10_870, 10_870],
  ['food', 'Three dinners', 2400, 2655, 2655],
  ['interpreters', 'Two interpreters, four days', 3200, 3200, 3200],
  ['hosts', 'Gifts for hosts', 200, 187, 187],
] as const;

/** What could happen, how likely it is and how bad it would be, and what is done about it. */
const risks = [
  [
    'Somebody falls ill or has an accident',
    2,
    4,
    'Insurance for all; a card with whom to call; one leader stays with whoever is ill.',
  ],
  [
    'The coach breaks down, or is late for a flight',
    2,
    3,
    'Leave three hours before the flight; the firm keeps a second coach within an hour.',
  ],
  [
    'Somebody is left behind at a host’s',
    3,
    2,
    'Heads are counted by name before each leg; the leaders’ numbers are on the card.',
  ],
] as const;

/** Signs what was considered of package travel: an occasional visit, for members alone, at which nobody earns. */
export async function considerPackageTravel(app: INestApplicationContext, visitId: string): Promise<void> {
  await app.get(KeepConsideration).save(
    staff,
    { visitId, version: null },
    {
      answers: {
        combines: 'yes',
        overnight: 'yes',
        occasional: 'yes',
        notForProfit: 'yes',
        limitedGroup: 'yes',
      },
      reasons: 'One visit in two or three years, at cost, for members of the network and the press alone.',
      protection: '',
    },
  );
  const { now } = await app.get(ReadSigned).packageTravel(await app.get(FindVisit).byId(visitId));
  await app.get(KeepConsideration).sign(staff, visitId, signature(digestOf(now)));
}

/** Writes down what could go wrong, and signs it off. */
export async function assessRisks(app: INestApplicationContext, visitId: string): Promise<void> {
  for (const [hazard, likelihood, severity, measures] of risks) {
    const input = {
      hazard,
      atRisk: 'Travellers',
      likelihood,
      severity,
      measures,
      responsible: 'Sam Staff',
      reviewOn: accepted(null),
    };
    await app.get(Transactions).run((manager) => app.get(KeepRisks).add(manager, staff, visitId, input));
  }
  const { now } = await app.get(ReadSigned).risks(await app.get(FindVisit).byId(visitId));
  await app.get(SignRisks).run(staff, visitId, signature(digestOf(now)));
}

/** What it was planned to cost, and what it came to. */
export async function reckon(app: INestApplicationContext, visitId: string): Promise<void> {
  for (const [category, description, planned, actual, funded] of costs) {
    const input = {
      category,
      description,
      plannedPence: accepted(planned * 100),
      actualPence: accepted(actual * 100),
      fundedPence: accepted(funded * 100),
      fundedBy: 'the network’s fund for learning',
    };
    await app.get(Transactions).run((manager) => app.get(KeepBudget).add(manager, staff, visitId, input));
  }
}

const signature = (seen: string) => ({ seen, role: 'Head of operations', agrees: true });
