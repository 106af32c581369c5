import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { totalsOf, type CostTotals } from '../../costs/domain/cost.js';
import { ReadCosts } from '../../costs/read-costs.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { ShiftsRepository } from '../../shifts/shifts.repository.js';
import { FindStock } from '../../stock/reading/find-stock.js';
import { ReadUse } from '../../stock/reading/read-use.js';
import type { StockItemRow } from '../../stock/stock-item.entity.js';
import { ReadVisitors } from '../../visitors/read-visitors.js';
import { minutesOf } from '../domain/hours.js';
import type { FeedbackTotals } from '../domain/feedback.js';
import { ReadFeedback } from '../feedback/read-feedback.js';
import type { StandHours } from '../hours/read-hours.js';
import type { NoteRow } from '../notes/note.entity.js';
import { ReadNotes } from '../notes/read-notes.js';
import { ReadThanks, type ThanksList } from '../thanks/read-thanks.js';
import { ReadLeftBehind, type LeftBehind } from './read-left-behind.js';

/** Figures of who was on the stand; minutes are those that passed. */
export interface Figures {
  /** Places of all shifts together. */
  readonly needed: number;
  /** As the rota that was published last has it. */
  readonly planned: number;
  readonly stood: number;
  /** How many shifts somebody did not come to. */
  readonly noShows: number;
  /** How often somebody said that they could not do a shift. */
  readonly dropOuts: number;
  /** Places that nobody had at the end, besides those whose holder did not come. */
  readonly gaps: number;
}

/** Guests of events on the stand. */
export interface GuestFigures {
  readonly events: number;
  readonly expected: number;
  readonly arrived: number;
}

/** What an exhibition came to. */
export interface Afterwards {
  readonly exhibition: Exhibition;
  readonly hours: StandHours;
  readonly figures: Figures;
  readonly visitors: { readonly all: number; readonly agreed: number };
  readonly guests: GuestFigures;
  readonly stockUsed: readonly {
    readonly item: Pick<StockItemRow, 'id' | 'name' | 'unit' | 'units'>;
    readonly used: number;
  }[];
  readonly costs: CostTotals;
  readonly leftBehind: readonly LeftBehind[];
  readonly thanks: ThanksList;
  readonly feedback: { readonly asked: number; readonly totals: FeedbackTotals };
  readonly notes: readonly NoteRow[];
}

/** Reads what an exhibition came to, or has come to so far. */
@Injectable()
export class ReadAfterwards {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly thanks: ReadThanks,
    private readonly shifts: ShiftsRepository,
    private readonly visitors: ReadVisitors,
    private readonly uses: ReadUse,
    private readonly stock: FindStock,
    private readonly costs: ReadCosts,
    private readonly leftBehind: ReadLeftBehind,
    private readonly feedback: ReadFeedback,
    private readonly notes: ReadNotes,
  ) {}

  async of(exhibition: Exhibition): Promise<Afterwards> {
    const { id } = exhibition;
    const [thanks, visits, guests, uses, items, costs, leftBehind, feedback, notes] = await Promise.all([
      this.thanks.of(exhibition),
      this.visitors.perShift(id),
      this.guests(id),
      this.uses.of(id),
      this.stock.items(),
      this.costs.of(id),
      this.leftBehind.of(id),
      this.feedback.of(id),
      this.notes.of(id),
    ]);
    const { hours } = thanks;
    return {
      exhibition,
      hours,
      figures: await this.figures(exhibition, hours),
      visitors: {
        all: visits.reduce((sum, { visitors }) => sum + visitors, 0),
        agreed: visits.reduce((sum, { agreed }) => sum + agreed, 0),
      },
      guests,
      stockUsed: uses.flatMap(({ itemId, used }) => {
        const item = items.find((each) => each.id === itemId);
        return item === undefined || used <= 0 ? [] : [{ item, used }];
      }),
      costs: totalsOf(costs),
      leftBehind,
      thanks,
      feedback: { asked: feedback.asked, totals: feedback.totals },
      notes,
    };
  }

  private async figures(
    { id }: Exhibition,
    { assignments, turnouts, minutes }: StandHours,
  ): Promise<Figures> {
    const shifts = await this.shifts.list(id);
    const [row]: { planned: number; dropOuts: number }[] = await this.dataSource.query(
      `SELECT (SELECT coalesce(round(sum(extract(epoch FROM a.ends_at - a.starts_at) / 60)), 0)::integer
         FROM rota_assignments a WHERE a.rota_id = (
           SELECT r.id FROM rotas r WHERE r.exhibition_id = $1 ORDER BY r.number DESC LIMIT 1)) AS planned,
       (SELECT count(*)::integer FROM drop_outs WHERE exhibition_id = $1) AS "dropOuts"`,
      [id],
    );
    const had = assignments.filter((one) => turnouts.get(one.id) !== 'dropped-out');
    const gapsOf = (shiftId: string, cover: number) =>
      Math.max(0, cover - had.filter((one) => one.shiftId === shiftId).length);
    return {
      needed: shifts.reduce((sum, shift) => sum + shift.cover * minutesOf(shift), 0),
      planned: row?.planned ?? 0,
      stood: minutes,
      noShows: assignments.filter((one) => turnouts.get(one.id) === 'no-show').length,
      dropOuts: row?.dropOuts ?? 0,
      gaps: shifts.reduce((sum, shift) => sum + gapsOf(shift.id, shift.cover), 0),
    };
  }

  private async guests(exhibitionId: string): Promise<GuestFigures> {
    const [row]: GuestFigures[] = await this.dataSource.query(
      `SELECT count(DISTINCT e.id)::integer AS events,
         coalesce(sum(1 + g.plus_ones) FILTER (WHERE g.status = 'coming'), 0)::integer AS expected,
         coalesce(sum(g.arrived), 0)::integer AS arrived
       FROM stand_events e LEFT JOIN event_guests g ON g.stand_event_id = e.id
       WHERE e.exhibition_id = $1 AND e.status = 'published'`,
      [exhibitionId],
    );
    return row ?? { events: 0, expected: 0, arrived: 0 };
  }
}
