import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { AskForMail } from '#messaging';
import { dateOf, instantOf, type Actor } from '#platform';
import { plural } from '#ui';
import { ChangePlan } from '../../plans/change-plan.js';
import type { VisitSettings } from '../../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../../tokens.js';
import type { Traveller } from '../../travellers/domain/traveller.js';
import { ReadTravellers } from '../../travellers/read-travellers.js';
import { TravellerLinks } from '../../travellers/traveller-links.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { ownLegsPath } from '../addresses.js';
import { isNothingNew, legChanges, type LegChanges, type ToldLeg } from '../domain/told-legs.js';
import { ownTravelEmail } from '../emails/own-travel.email.js';
import { mustNotBeOver } from '../../visits/change-visit.js';
import { ToldTravelRow } from '../leg.entity.js';
import type { OwnLeg } from '../legs.js';
import { ReadLegs } from '../read-legs.js';
import { reservationsOf } from './reservations.js';
import { toldLeg } from './told-leg.js';

/** What somebody knows of their legs, and what there is to tell. */
export interface TellState {
  readonly traveller: Traveller;
  /** Those that take place. */
  readonly legs: readonly OwnLeg[];
  readonly toldAt: Temporal.Instant | null;
  /** Since they were told; as if of nothing for whoever was not. */
  readonly changes: LegChanges;
  /** `nothing`: they are on no leg, and were not told of any. */
  readonly state: 'nothing' | 'not-told' | 'changed' | 'told';
}

/** What became of a telling. */
export interface Told {
  readonly mails: number;
  /** Who has news and no address. */
  readonly unreachable: number;
}

/** Tells travellers by mail which legs they take. */
@Injectable()
export class TellTravel {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly plan: ChangePlan,
    private readonly visits: FindVisit,
    private readonly travellers: ReadTravellers,
    private readonly legs: ReadLegs,
    private readonly links: TravellerLinks,
    private readonly askForMail: AskForMail,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By the travellers' numbers. @throws Problem 404 */
  async read(
    visitId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ readonly visit: Visit; readonly states: readonly TellState[] }> {
    const visit = await this.visits.byId(visitId, manager);
    const travellers = await this.travellers.confirmed(visit.id, manager);
    const legs = (await this.legs.of(visit.id, manager)).filter(({ status }) => status === 'planned');
    const rows = await manager.findBy(ToldTravelRow, { travellerId: In(travellers.map(({ id }) => id)) });
    const told = new Map(rows.map((row) => [row.travellerId, row]));
    const states = travellers.map((traveller) => {
      const own = legs.flatMap(({ places, ...leg }) => {
        const place = places.find(({ travellerId }) => travellerId === traveller.id);
        return place === undefined
          ? []
          : [{ ...leg, bookingReference: place.bookingReference, seat: place.seat }];
      });
      return stateOf(traveller, own, told.get(traveller.id) ?? null);
    });
    return { visit, states };
  }

  /**
   * Writes to everybody who has not been told what there is now.
   *
   * @throws Problem 404; 409 `visit-ended`
   */
  run(actor: Actor, visitId: string): Promise<Told> {
    return this.plan.run(actor, visitId, async ({ manager, visit }) => {
      mustNotBeOver(visit);
      const { states } = await this.read(visit.id, manager);
      const news = states.filter(({ state }) => state === 'not-told' || state === 'changed');
      const reached = news.filter(({ traveller }) => traveller.email !== null);
      for (const state of reached) await this.tell(manager, visit, state, actor.requestId);
      const result = { mails: reached.length, unreachable: news.length - reached.length };
      if (reached.length === 0) return { result, change: null };
      const action = `${plural(reached.length, 'traveller')} told of their legs`;
      return { result, change: { action, changes: [] } };
    });
  }

  private async tell(
    manager: EntityManager,
    visit: Visit,
    { traveller, legs, changes, toldAt }: TellState,
    correlationId: string,
  ): Promise<void> {
    const { PUBLIC_URL: siteUrl } = this.settings;
    const { id, name, email } = traveller;
    if (email === null) return;
    const told = legs.map(toldLeg);
    const [kept]: { number: number }[] = await manager.query(
      `INSERT INTO told_travel AS t (traveller_id, told_at, number, legs) VALUES ($1, $2, 1, $3)
       ON CONFLICT (traveller_id) DO UPDATE SET told_at = excluded.told_at, number = t.number + 1, legs = excluded.legs
       RETURNING number`,
      [id, dateOf(this.clock()), JSON.stringify(told)],
    );
    if (kept === undefined) throw new Error('what somebody is told is kept');
    const mail = ownTravelEmail({
      visitTitle: visit.title,
      name,
      legs: told,
      changes: toldAt === null ? null : changes,
      jsonLd: reservationsOf(legs, name),
      ownUrl: siteUrl + ownLegsPath(this.links.secretFor(id)),
      siteUrl,
    });
    await this.askForMail.run(manager, {
      mailId: uuidv7(),
      reader: { personId: null, to: { name, address: email } },
      kind: 'visit-links',
      content: { ...mail, calendar: null },
      correlationId,
    });
  }
}

function stateOf(traveller: Traveller, legs: readonly OwnLeg[], row: ToldTravelRow | null): TellState {
  const now: readonly ToldLeg[] = legs.map(toldLeg);
  const changes = legChanges(row?.legs ?? [], now);
  const isNew = !isNothingNew(changes);
  const unread = row === null ? 'not-told' : 'changed';
  return {
    traveller,
    legs,
    toldAt: row && instantOf(row.toldAt),
    changes,
    state: isNew ? unread : row === null ? 'nothing' : 'told',
  };
}
