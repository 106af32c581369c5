import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dateInWords, moneyInWords } from '#ui';
import type { Mark, ReadinessItem } from '../readiness/domain/item.js';
import type { ReadinessSource } from '../readiness/readiness-source.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { Visit } from '../visits/domain/visit.js';
import { ownMoneyPath, payerPath, visitMoneyPath } from './addresses.js';
import { ReadMoney, type ReadCharge, type TravellerMoney } from './read-money.js';

const notNeeded: Mark = { status: 'not-needed', words: null };

/** Whether deposit and balance are paid, for the readiness of travellers. */
@Injectable()
export class MoneyReadiness implements ReadinessSource {
  readonly items = ['deposit', 'balance'] as const;

  constructor(
    private readonly money: ReadMoney,
    private readonly travellers: ReadTravellers,
  ) {}

  async read(
    manager: EntityManager,
    visit: Visit,
    travellerIds: readonly string[],
  ): Promise<ReadonlyMap<string, Partial<Record<ReadinessItem, Mark>>>> {
    const confirmed = await this.travellers.confirmed(visit.id, manager);
    const asked = confirmed.filter(({ id }) => travellerIds.includes(id));
    const money = await this.money.of(visit, asked, manager);
    return new Map(money.map((each) => [each.traveller.id, marksOf(each)]));
  }

  path(_item: ReadinessItem, visitId: string, travellerId: string): string {
    return travellerId === '' ? visitMoneyPath(visitId) : payerPath(visitId, travellerId);
  }

  ownPath(_item: ReadinessItem, secret: string): string {
    return ownMoneyPath(secret);
  }
}

/** A place without a deposit has its whole price marked as the balance. */
function marksOf({ charges: all, isPayerMissing }: TravellerMoney): Partial<Record<ReadinessItem, Mark>> {
  if (isPayerMissing) {
    return { deposit: { status: 'missing', words: 'Nobody has said who pays' } };
  }
  const charges = all.filter(({ ended }) => !ended);
  const deposit = charges.find(({ kind }) => kind === 'deposit');
  const rest = charges.find(({ kind }) => kind !== 'deposit');
  return {
    deposit: deposit === undefined ? notNeeded : markOf(deposit),
    balance: rest === undefined ? notNeeded : markOf(rest),
  };
}

function markOf({ standing, outstandingPence, dueOn }: ReadCharge): Mark {
  const amount = moneyInWords(outstandingPence);
  const due = dateInWords(Temporal.PlainDate.from(dueOn), { weekday: false });
  switch (standing) {
    case 'paid':
      return { status: 'done', words: null };
    case 'credited':
      return notNeeded;
    case 'asked':
      return { status: 'not-asked', words: 'The invoice is on its way' };
    case 'overdue':
      return { status: 'wrong', words: `${amount} was to be paid by ${due}` };
    default:
      return { status: 'missing', words: `${amount} to be paid by ${due}` };
  }
}
