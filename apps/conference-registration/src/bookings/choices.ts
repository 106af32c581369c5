import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { codeIsFor, codeTyped, isInForce, type Catalogue, type Code } from '../catalogue/domain/catalogue.js';
import type { TicketType } from '../catalogue/domain/catalogue.js';
import { ReadLeft } from '../catalogue/read-left.js';
import { limitsOf } from '../places/domain/limits-of.js';
import { allocationKey, keyOf, poolKeys, type Counts } from '../places/domain/limits.js';
import { dayThere, whyNotSold } from '../places/domain/on-sale.js';
import type { Refusal } from '../places/domain/refusal.js';
import type { Taking } from '../places/domain/wanted.js';
import { readCounts } from '../places/read-counts.js';
import { allocationsFor, paidPrice, priceOn } from '../pricing/domain/price.js';
import { ordinaryUntil } from '../tickets/domain/ticket-type.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Customer } from './customer.js';

/** A ticket or an add-on as one customer is offered it at a moment. */
export interface Choice {
  readonly ticketType: TicketType;
  /** Before VAT; `null`: only free places can be had. */
  readonly pence: number | null;
  /** The last day of that price, if it is an early one. */
  readonly until: Temporal.PlainDate | null;
  /** Free places that the organisation still has. */
  readonly free: number;
  /** How many can be had; `null`: any number. */
  readonly left: number | null;
  /** Why it cannot be booked at the moment, if it cannot. */
  readonly refusal: Refusal | null;
}

/** Whose choices they are. */
type Chooser = Pick<Customer, 'category' | 'organisationId' | 'discountPercent'>;

/** What one customer can choose from; what they get is decided when they book. */
@Injectable()
export class ReadChoices {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly left: ReadLeft,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param typed a code as it was typed; blank: none
   * @returns what the customer may see, in its order: nothing withdrawn, hidden or not for their category
   */
  async of(catalogue: Catalogue, chooser: Chooser, typed: string): Promise<readonly Choice[]> {
    const now = this.clock();
    const found = typed.trim() === '' ? null : codeTyped(catalogue, typed);
    const code =
      found &&
      isInForce(found, now) &&
      (found.organisationId ?? chooser.organisationId) === chooser.organisationId
        ? found
        : null;
    const taking: Taking = {
      ...chooser,
      organisationKey: chooser.organisationId,
      status: 'held',
      code,
      now,
      on: dayThere(catalogue.conference, now),
      isNew: true,
      isOver: false,
    };
    const wanted = catalogue.ticketTypes.map(({ id }) => ({ ticketTypeId: id, delegateId: null }));
    const { manager } = this.dataSource;
    const conferenceId = catalogue.conference.id;
    const counts = await readCounts(manager, conferenceId, limitsOf(catalogue, taking, wanted));
    const left = await this.left.of(catalogue);
    const kept = code?.reserves ? await this.kept(code) : 0;
    return catalogue.ticketTypes.flatMap((ticketType) => {
      const everybody = left.get(ticketType.id) ?? null;
      return choiceOf(
        ticketType,
        taking,
        counts,
        code?.reserves && codeIsFor(code, ticketType) ? kept : everybody,
      );
    });
  }

  private async kept(code: Code): Promise<number> {
    const [row]: { places: number }[] = await this.dataSource.query(
      `SELECT count(*)::integer AS places FROM places WHERE code_id = $1 AND status = 'reserved'`,
      [code.id],
    );
    return row?.places ?? 0;
  }
}

function choiceOf(
  ticketType: TicketType,
  taking: Taking,
  counts: Counts,
  everybody: number | null,
): Choice[] {
  const { code, now, on, organisationKey } = taking;
  const refusal = whyNotSold(ticketType, code, now);
  if (refusal?.code === 'not-on-sale' && 'why' in refusal && hides.has(refusal.why)) return [];
  const free = allocationsFor(ticketType, taking)
    .map(({ id, places }) => places - (counts.get(keyOf(allocationKey(id, organisationKey)))?.taken ?? 0))
    .reduce((sum, places) => sum + Math.max(0, places), 0);
  const applying = code !== null && codeIsFor(code, ticketType) ? code : null;
  const pence = paidPrice(ticketType, taking, on, applying) ?? null;
  if (pence === null && allocationsFor(ticketType, taking).length === 0) return [];
  const until = priceOn(ticketType, taking.category, on)?.until ?? ordinaryUntil;
  return [
    {
      ticketType,
      pence,
      until: until === ordinaryUntil ? null : Temporal.PlainDate.from(until),
      free,
      left: least([everybody, ownLeft(ticketType, taking, counts), pence === null ? free : null]),
      refusal,
    },
  ];
}

const hides: ReadonlySet<string> = new Set(['hidden', 'withdrawn']);

/** What the organisation's own limits leave it. */
function ownLeft(ticketType: TicketType, { organisationKey }: Taking, counts: Counts): number | null {
  const own = ticketType.pools.filter(({ perOrganisation }) => perOrganisation);
  return least(
    own.map((pool) => {
      const [key] = poolKeys({ pools: [pool] }, organisationKey);
      return Math.max(0, pool.capacity - ((key && counts.get(keyOf(key))?.taken) ?? 0));
    }),
  );
}

function least(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : Math.min(...known);
}
