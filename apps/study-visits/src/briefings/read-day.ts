import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ReadInterpreters, type Interpreter } from '../interpreters/read-interpreters.js';
import type { Stop } from '../itinerary/domain/item.js';
import { dayOf } from '../itinerary/domain/item.js';
import { isFor, type Part } from '../itinerary/domain/own-day.js';
import type { PublishedItem } from '../itinerary/domain/published.js';
import { groupsInWords, itemKindWords, spanOf } from '../itinerary/in-words.js';
import { legKindWords } from '../itinerary/own/read-own-days.js';
import { PublishItinerary } from '../itinerary/publish-itinerary.js';
import { ReadItinerary, type Itinerary } from '../itinerary/read-itinerary.js';
import type { Host } from '../hosts/host-of.js';
import type { LegWithPlaces } from '../travel/legs.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import type { Visit } from '../visits/domain/visit.js';
import { BriefingMailRow } from './briefing.entities.js';
import { CountDiets, type Diets } from './count-diets.js';
import { daysToBrief, partsOfDay } from './domain/day.js';
import type { DayWords } from './domain/settings.js';
import { KeepBriefings, noSuchDay, type Versioned } from './keep-briefings.js';

/** Something that is on a day, as those who lead the visit have to know it. */
export interface DayThing extends Part {
  readonly kind: string;
  readonly isOff: boolean;
  readonly reason: string | null;
  /** "Everybody", "Group A: the co-op". */
  readonly forWhom: string;
  /** Who is there, by number. */
  readonly travellers: readonly Traveller[];
  readonly isForAll: boolean;
  readonly host: Host | null;
  readonly language: string | null;
  readonly needsInterpreter: boolean;
  readonly interpreters: readonly Interpreter[];
  readonly bufferMinutes: number;
  /** Of a meal. */
  readonly diets: Diets | null;
  readonly about: string;
  /** For staff alone. */
  readonly notes: string;
}

/** A day of a visit with all that is on it for anybody. */
export interface StaffDay {
  readonly visit: Visit;
  /** ISO */
  readonly day: string;
  readonly words: Versioned<DayWords>;
  /** `null`: travellers read nothing yet. */
  readonly published: number | null;
  /** How many things of this day are different from what travellers read. */
  readonly unpublished: number;
  /** What travellers read and their legs, in the order of time. */
  readonly things: readonly DayThing[];
  readonly mails: SentMails;
}

/** Who was sent the briefing of a day. */
export interface SentMails {
  readonly sent: number;
  /** Of the last one. */
  readonly lastAt: Date | null;
  /** Those who travel and have no mail address. */
  readonly unreachable: readonly Traveller[];
}

/** Reads a day of a visit for those who lead it. */
@Injectable()
export class ReadDay {
  constructor(
    private readonly itinerary: ReadItinerary,
    private readonly publishing: PublishItinerary,
    private readonly interpreters: ReadInterpreters,
    private readonly briefings: KeepBriefings,
    private readonly diets: CountDiets,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** @throws Problem 404 for a day on which nobody can be on the way */
  async of(visit: Visit, day: string): Promise<StaffDay> {
    if (!daysToBrief(visit).includes(day)) throw noSuchDay();
    const { manager } = this.dataSource;
    const plan = await this.itinerary.of(visit);
    const last = await this.publishing.last(visit.id);
    const { changes } = await this.publishing.pending(visit);
    const interpreters = await this.interpreters.all();
    const parts = [
      ...(last?.items ?? []).map((item) => itemThing(item, plan, interpreters)),
      ...plan.legs.map((leg) => legThing(leg, plan)),
    ];
    const things = partsOfDay(parts, day);
    const meals = things.filter(({ kind, isOff }) => kind === itemKindWords.meal && !isOff);
    const counted = await this.diets.of(
      manager,
      meals.map(({ travellers }) => travellers.map(({ id }) => id)),
    );
    return {
      visit,
      day,
      words: await this.briefings.words(visit.id, day),
      published: last?.number ?? null,
      unpublished: changes.filter((change) => change.day === day).length,
      things: things.map((thing) => ({ ...thing, diets: counted[meals.indexOf(thing)] ?? null })),
      mails: await this.mails(plan, day),
    };
  }

  /** The days that there is something on, or that are the visit's, each with how much. */
  async days(
    visit: Visit,
  ): Promise<readonly { readonly day: string; readonly things: number; readonly sent: number }[]> {
    const last = await this.publishing.last(visit.id);
    const { legs } = await this.itinerary.of(visit);
    const items = (last?.items ?? []).filter(({ status }) => status === 'planned').map(spanOf);
    const planned = legs.filter(({ status }) => status === 'planned').map(spanOfLeg);
    const mails: { day: string; sent: number }[] = await this.dataSource.query(
      'SELECT day::text AS day, count(*)::int AS sent FROM briefing_mails WHERE visit_id = $1 GROUP BY day',
      [visit.id],
    );
    return daysToBrief(visit)
      .map((day) => ({
        day,
        things: [...items, ...planned].filter((each) => dayOf(each) === day).length,
        sent: mails.find((mail) => mail.day === day)?.sent ?? 0,
      }))
      .filter(({ day, things }) => things > 0 || (visit.firstDay <= day && day <= visit.lastDay));
  }

  private async mails({ visit, travellers }: Itinerary, day: string): Promise<SentMails> {
    const rows = await this.dataSource.manager.findBy(BriefingMailRow, { visitId: visit.id, day });
    const times = rows.map(({ sentAt }) => sentAt).toSorted((one, other) => one.getTime() - other.getTime());
    return {
      sent: rows.length,
      lastAt: times.at(-1) ?? null,
      unreachable: travellers.filter(({ email }) => email === null),
    };
  }
}

const spanOfLeg = ({ departs }: LegWithPlaces) => ({ start: departs.at, zone: departs.zone });

function itemThing(
  item: PublishedItem,
  { items, hosts, travellers, membership, interpreters }: Itinerary,
  all: readonly Interpreter[],
): DayThing {
  const planned = items.find(({ id }) => id === item.id);
  const booked = new Set(interpreters.filter(({ itemIds }) => itemIds.includes(item.id)).map(({ id }) => id));
  return {
    id: item.id,
    title: item.title,
    ...spanOf(item),
    stop: item.stop,
    to: item.to,
    kind: itemKindWords[item.kind],
    isOff: item.status === 'cancelled',
    reason: item.statusReason,
    forWhom: groupsInWords(item.groups),
    travellers: travellers.filter(({ id }) => isFor(item, membership.get(id))),
    isForAll: item.groupIds.length === 0,
    host: hosts.get(planned?.hostId ?? '') ?? null,
    language: item.language,
    needsInterpreter: planned?.needsInterpreter ?? false,
    interpreters: all.filter(({ id }) => booked.has(id)),
    bufferMinutes: item.bufferMinutes,
    diets: null,
    about: item.description,
    notes: planned?.notes ?? '',
  };
}

function legThing(leg: LegWithPlaces, { travellers }: Itinerary): DayThing {
  const aboard = new Set(leg.places.map(({ travellerId }) => travellerId));
  const stop = (name: string, point: Stop['point']): Stop => ({ name, address: null, point });
  return {
    id: leg.id,
    title: leg.title,
    start: leg.departs.at,
    zone: leg.departs.zone,
    end: leg.arrives.at,
    endZone: leg.arrives.zone,
    stop: stop(leg.fromName, leg.fromPoint),
    to: stop(leg.toName, leg.toPoint),
    kind: legKindWords[leg.kind],
    isOff: leg.status === 'cancelled',
    reason: leg.statusReason,
    forWhom: aboard.size === travellers.length ? 'Everybody' : 'Those who are on it',
    travellers: travellers.filter(({ id }) => aboard.has(id)),
    isForAll: aboard.size === travellers.length,
    host: null,
    language: null,
    needsInterpreter: false,
    interpreters: [],
    bufferMinutes: leg.meetMinutes ?? 0,
    diets: null,
    about: leg.meetingPoint === null ? '' : `Meet: ${leg.meetingPoint}`,
    notes: leg.note ?? '',
  };
}
