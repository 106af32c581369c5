import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { homeZone } from '#checks';
import { FindOrganisation } from '#people';
import { CLOCK, type Clock } from '../tokens.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { isEnded } from '../visits/domain/status.js';
import type { Visit } from '../visits/domain/visit.js';
import { chargesFor, isCharged } from './domain/charges.js';
import { standingOf, type Standing } from './domain/charge-words.js';
import { TravellerChargeRow } from './traveller-charge.entity.js';

/** Something that a traveller's place costs, and how it stands today. Amounts are pence with VAT. */
export interface ReadCharge extends TravellerChargeRow {
  readonly standing: Standing;
  /** As it is to be paid in all: what was credited is taken off. */
  readonly chargedPence: number;
  readonly outstandingPence: number;
}

/** What one traveller is to pay. */
export interface TravellerMoney {
  readonly traveller: Traveller;
  /** The deposit first; none where nothing was asked for (yet). Those that count no longer, as all was credited, are the last. */
  readonly charges: readonly ReadCharge[];
  /** Who pays, by name; `null`: the traveller, or nobody has said. */
  readonly organisation: string | null;
  /** Whether the place costs something, nobody has said who pays, and it is not too late to. */
  readonly isPayerMissing: boolean;
  /** In whose place the traveller came, where the invoices name that one; they stay as they were issued. */
  readonly invoicesName: string | null;
  /** What the place would cost, where nobody has said yet; 0 where it costs nothing. */
  readonly expectedPence: number;
}

/** What is charged and owed for a visit. */
export interface VisitMoneyTotals {
  readonly chargedPence: number;
  readonly outstandingPence: number;
  readonly overduePence: number;
  readonly overdue: number;
  readonly payersMissing: number;
}

/** Reads what travellers are to pay, and how it stands. */
@Injectable()
export class ReadMoney {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly travellers: ReadTravellers,
    private readonly organisations: FindOrganisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** ISO date, where the network keeps its books. */
  today(): string {
    return this.clock().toZonedDateTimeISO(homeZone).toPlainDate().toString();
  }

  /** Of everybody who is or was to travel, by number; those who withdrew only where something was asked of them. */
  async ofVisit(visit: Visit): Promise<readonly TravellerMoney[]> {
    const travellers = await this.travellers.all(visit.id);
    const all = await this.of(visit, travellers);
    return all.filter(({ traveller, charges }) => traveller.status === 'confirmed' || charges.length > 0);
  }

  /** Of these, in their order. */
  async of(
    visit: Visit,
    travellers: readonly Traveller[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly TravellerMoney[]> {
    const rows = await manager.find(TravellerChargeRow, {
      where: { travellerId: In(travellers.map(({ id }) => id)) },
      // The deposit is called for first, and its name comes after that of the balance.
      order: { ended: 'ASC', kind: 'DESC', askedAt: 'DESC' },
    });
    const ids = [...new Set(rows.flatMap(({ organisationId }) => organisationId ?? []))];
    const organisations = await this.organisations.byIds(ids, manager);
    const today = this.today();
    const named = await namesOnInvoices(manager, rows);
    const byTraveller = Map.groupBy(rows, ({ travellerId }) => travellerId);
    return travellers.map((traveller) => {
      const charges = (byTraveller.get(traveller.id) ?? []).map((row) => readCharge(row, today));
      const expected = chargesFor(visit, traveller, today);
      const payer = charges[0]?.organisationId ?? null;
      const isPayerMissing =
        charges.every(({ ended }) => ended) &&
        traveller.status === 'confirmed' &&
        expected.length > 0 &&
        !isEnded(visit.status);
      return {
        traveller,
        charges,
        organisation: payer === null ? null : (organisations.get(payer)?.name ?? traveller.organisationName),
        isPayerMissing,
        invoicesName: named.get(traveller.id) ?? null,
        expectedPence: isPayerMissing ? expected.reduce((sum, { netPence }) => sum + netPence, 0) : 0,
      };
    });
  }
}

/** Who was to travel when the invoices were asked for, by whoever travels now, where it is another. */
async function namesOnInvoices(
  manager: EntityManager,
  charges: readonly TravellerChargeRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(charges.filter(({ ended }) => !ended).map(({ travellerId }) => travellerId))];
  if (ids.length === 0) return new Map();
  const rows: { id: string; name: string | null }[] = await manager.query(
    `WITH RECURSIVE line AS (
       SELECT id AS now, id, name, replaces, confirmed_at FROM travellers WHERE id = ANY($1)
       UNION ALL
       SELECT line.now, f.id, f.name, f.replaces, f.confirmed_at FROM line JOIN travellers f ON f.id = line.replaces)
     SELECT DISTINCT ON (line.now) line.now AS id, CASE WHEN line.id <> line.now THEN line.name END AS name
     FROM line JOIN traveller_charges c ON c.traveller_id = line.now AND NOT c.ended AND line.confirmed_at <= c.asked_at
     ORDER BY line.now, line.confirmed_at DESC`,
    [ids],
  );
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
}

function readCharge(row: TravellerChargeRow, today: string): ReadCharge {
  const { invoice } = row;
  if (row.ended) return { ...row, standing: 'credited', chargedPence: 0, outstandingPence: 0 };
  const standing = standingOf(invoice, today);
  return invoice === null
    ? { ...row, standing, chargedPence: row.netPence, outstandingPence: row.netPence }
    : {
        ...row,
        dueOn: invoice.dueOn,
        standing,
        chargedPence: invoice.invoicedPence - invoice.creditedPence,
        outstandingPence: invoice.outstandingPence,
      };
}

/** What all of it comes to. */
export function totalsOf(money: readonly TravellerMoney[]): VisitMoneyTotals {
  const charges = money.flatMap((each) => each.charges);
  const sum = (of: readonly ReadCharge[], pence: 'chargedPence' | 'outstandingPence') =>
    of.reduce((total, charge) => total + charge[pence], 0);
  const overdue = charges.filter(({ standing }) => standing === 'overdue');
  return {
    chargedPence: sum(charges, 'chargedPence'),
    outstandingPence: sum(charges, 'outstandingPence'),
    overduePence: sum(overdue, 'outstandingPence'),
    overdue: overdue.length,
    payersMissing: money.filter(({ isPayerMissing }) => isPayerMissing).length,
  };
}

/** Why a place costs nothing; `null`: it costs something. */
export function freeBecause(visit: Visit, traveller: Traveller): string | null {
  if (traveller.part === 'leader') return 'Leads the visit';
  if (traveller.funded) return 'Funded place';
  if (!isCharged(traveller) || visit.pricePence === 0) return 'The visit costs nothing';
  return isEnded(visit.status) ? 'Was not invoiced' : null;
}
