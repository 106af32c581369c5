import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { erasedName } from '#people';
import type { PoolPlaces } from '#ui';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { bookDay } from '../../money/day.js';
import { ReadOverview, type MoneyTotals } from '../../money/reading/read-overview.js';
import { outstanding } from '../../money/settled.js';
import { CLOCK, type Clock } from '../../tokens.js';
import type { ToSeeTo } from './attention.js';
import type { BookedOn } from './domain/over-time.js';

/** A limit, and how it stands. */
export interface PoolStanding extends PoolPlaces {
  /** Of the organisation that has most of it. */
  readonly perOrganisation: boolean;
}

export interface Dashboard {
  readonly toSeeTo: ToSeeTo;
  readonly pools: readonly PoolStanding[];
  /** Confirmed. */
  readonly bookings: number;
  readonly delegates: number;
  /** Being filled in just now. */
  readonly heldBookings: number;
  readonly overTime: readonly BookedOn[];
  readonly money: MoneyTotals;
}

type Numbers = Omit<ToSeeTo, 'ordersMissing' | 'limitsOver'> &
  Pick<Dashboard, 'bookings' | 'delegates' | 'heldBookings'>;

interface Counted {
  readonly pool: string;
  readonly taken: number;
  readonly held: number;
  readonly reserved: number;
}

/** Reads how a conference stands, in as many statements whatever there is of it. */
@Injectable()
export class ReadDashboard {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly money: ReadOverview,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of({ conference, pools }: Catalogue): Promise<Dashboard> {
    const [numbers, counted, overTime, money] = await Promise.all([
      this.numbers(conference.id),
      this.counted(conference.id),
      this.overTime(conference.id, conference.zone),
      this.money.totals(conference.id),
    ]);
    const standing = pools.map((pool): PoolStanding => {
      const most = counted
        .filter((each) => each.pool === pool.id)
        .toSorted((a, b) => usedOf(b) - usedOf(a))[0];
      const { taken, held, reserved } = most ?? { taken: 0, held: 0, reserved: 0 };
      return { ...pool, taken, held, reserved };
    });
    const limitsOver = standing
      .map((pool) => ({ name: pool.name, by: usedOf(pool) - pool.capacity }))
      .filter(({ by }) => by > 0);
    const { bookings, delegates, heldBookings, ...rest } = numbers;
    return {
      toSeeTo: { ...rest, ordersMissing: money.ordersMissing, limitsOver },
      pools: standing,
      bookings,
      delegates,
      heldBookings,
      overTime,
      money,
    };
  }

  private async numbers(conferenceId: string): Promise<Numbers> {
    const [row] = await this.dataSource.query<Numbers[]>(
      `SELECT d.*, b.*, i.*,
         (SELECT count(*)::int FROM offers WHERE conference_id = $1 AND status = 'open') AS "openOffers",
         (SELECT count(*)::int FROM waiting_entries WHERE conference_id = $1 AND status = 'waiting') AS waiting
       FROM (SELECT count(*) FILTER (WHERE status = 'applied')::int AS applied,
           count(*) FILTER (WHERE status = 'reserve')::int AS "onReserve",
           count(*) FILTER (WHERE status = 'confirmed')::int AS delegates,
           count(*) FILTER (WHERE status = 'confirmed' AND name = $3)::int AS nameless
         FROM delegates WHERE conference_id = $1) d,
         (SELECT count(*) FILTER (WHERE status = 'confirmed')::int AS bookings,
           count(*) FILTER (WHERE status = 'held')::int AS "heldBookings"
         FROM bookings WHERE conference_id = $1) b,
         (SELECT count(*)::int AS "overdueInvoices", coalesce(sum(pence), 0)::float AS "overduePence"
         FROM (SELECT ${outstanding} AS pence FROM documents d
           WHERE d.conference_id = $1 AND d.series = 'invoice' AND d.due_on < $2) o WHERE pence > 0) i`,
      [conferenceId, bookDay(this.clock()), erasedName],
    );
    if (row === undefined) throw new Error('a sum has no row');
    return row;
  }

  /** What each count of a pool has given out: one for a pool of all, one for each organisation otherwise. */
  private counted(conferenceId: string): Promise<readonly Counted[]> {
    return this.dataSource.query(
      `SELECT k.subject_id AS pool, t.taken, t.held, t.reserved
       FROM (SELECT count_id, count(*) FILTER (WHERE status = 'confirmed')::int AS taken,
           count(*) FILTER (WHERE status = 'held')::int AS held,
           count(*) FILTER (WHERE status IN ('reserved', 'offered'))::int AS reserved
         FROM places, unnest(count_ids) AS count_id
         WHERE conference_id = $1 AND status IN ('confirmed', 'held', 'reserved', 'offered')
         GROUP BY count_id) t
       JOIN counts k ON k.id = t.count_id AND k.kind = 'pool'`,
      [conferenceId],
    );
  }

  /** What is confirmed now, by the day on which it was booked, where the conference is. */
  private overTime(conferenceId: string, zone: string): Promise<readonly BookedOn[]> {
    return this.dataSource.query(
      `SELECT (b.confirmed_at AT TIME ZONE $2)::date::text AS day, count(DISTINCT b.id)::int AS bookings,
         count(d.id)::int AS delegates
       FROM bookings b LEFT JOIN delegates d ON d.booking_id = b.id AND d.status = 'confirmed'
       WHERE b.conference_id = $1 AND b.status = 'confirmed' AND b.confirmed_at IS NOT NULL
       GROUP BY day ORDER BY day`,
      [conferenceId, zone],
    );
  }
}

const usedOf = ({ taken, held, reserved }: Omit<Counted, 'pool'>): number => taken + held + reserved;
