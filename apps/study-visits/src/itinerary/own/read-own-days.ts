import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { hashOfLinkSecret, instantOf, isLinkSecret } from '#platform';
import { timeInWords } from '#ui';
import { meetingOf } from '../../travel/domain/leg.js';
import type { OwnLeg } from '../../travel/legs.js';
import { ReadLegs } from '../../travel/read-legs.js';
import { OpenTraveller, type OpenedTraveller } from '../../travellers/open-traveller.js';
import { visitPlaces, type VisitPlaces } from '../domain/draw-map.js';
import { isExpected, type Stop } from '../domain/item.js';
import type { Part } from '../domain/own-day.js';
import { itemKindWords, spanOf, stopInWords } from '../in-words.js';
import { FeedRow, OwnItemRow } from '../publication.entities.js';

/** Something that a traveller is at, as their page and their calendar tell it. */
export interface OwnPart extends Part {
  /** What names it in calendars: `item-…`, `leg-…`. */
  readonly key: string;
  /** "Visit to a host" */
  readonly kind: string;
  readonly isOff: boolean;
  /** Why it is off. */
  readonly reason: string | null;
  /** Names and values, in the order of the page. */
  readonly facts: readonly (readonly [string, string])[];
  /** Plain text. */
  readonly about: string;
  /** Whether a host or somebody else expects them: an item that is more than a way or free time. */
  readonly isExpected: boolean;
  /** So long before it begins one is to be there; 0 where nobody says so. */
  readonly bufferMinutes: number;
  /** Rises with each change that they were told of. */
  readonly sequence: number;
  readonly changedAt: Temporal.Instant;
}

/** A traveller with all that is planned for them, in the order of time. */
export interface OwnDays extends OpenedTraveller {
  readonly parts: readonly OwnPart[];
}

/** What is planned for one traveller: what was published of it, and their legs. */
@Injectable()
export class ReadOwnDays {
  constructor(
    private readonly travellers: OpenTraveller,
    private readonly legs: ReadLegs,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** By the link to their own page. @throws Problem 404 */
  async of(secret: string): Promise<OwnDays> {
    return this.daysOf(await this.travellers.read({ secret }));
  }

  /** By the secret in the address of their feed; `null`: it leads nowhere, or not any more. */
  async ofFeed(secret: string): Promise<OwnDays | null> {
    if (!isLinkSecret(secret)) return null;
    const feed = await this.dataSource.manager.findOneBy(FeedRow, { secretHash: hashOfLinkSecret(secret) });
    if (feed === null) return null;
    const [row]: { visitId: string }[] = await this.dataSource.query(
      'SELECT visit_id AS "visitId" FROM travellers WHERE id = $1',
      [feed.travellerId],
    );
    return row === undefined
      ? null
      : this.daysOf(await this.travellers.read({ visitId: row.visitId, travellerId: feed.travellerId }));
  }

  /** The same of somebody who was found already. */
  async daysOf(opened: OpenedTraveller, manager: EntityManager = this.dataSource.manager): Promise<OwnDays> {
    const { traveller, visit } = opened;
    const isOff = traveller.status === 'withdrawn' || visit.status === 'cancelled';
    const items = await itemsOf(manager, traveller.id);
    const legs = await this.legs.ofTraveller(traveller.id, manager);
    const parts = [...items.map(itemPart), ...legs.map(legPart)];
    return {
      ...opened,
      parts: parts
        .map((part) => (isOff ? { ...part, isOff: true, sequence: part.sequence + 1 } : part))
        .toSorted(
          (a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds || (a.key < b.key ? -1 : 1),
        ),
    };
  }
}

const itemsOf = (manager: EntityManager, travellerId: string): Promise<OwnItemRow[]> =>
  manager.findBy(OwnItemRow, { travellerId });

function itemPart({ itemId, facts, isOff, sequence, changedAt }: OwnItemRow): OwnPart {
  return {
    id: itemId,
    key: `item-${itemId}`,
    title: facts.title,
    ...spanOf(facts),
    stop: facts.stop,
    to: facts.to,
    kind: itemKindWords[facts.kind],
    isOff,
    reason: facts.status === 'cancelled' ? facts.statusReason : null,
    facts: [
      ['With', facts.host ?? ''],
      ['For', facts.groups.join('; ')],
      ['Language', facts.language ?? ''],
      ['Be there earlier', facts.bufferMinutes === 0 ? '' : `${facts.bufferMinutes} minutes`],
    ],
    about: facts.description,
    isExpected: isExpected(facts.kind),
    bufferMinutes: facts.bufferMinutes,
    sequence,
    changedAt: instantOf(changedAt),
  };
}

/** What a leg is, as people read it. */
export const legKindWords = {
  flight: 'Flight',
  train: 'Train',
  coach: 'Coach',
  ferry: 'Ferry',
  walk: 'On foot',
  other: 'Journey',
} as const;

function legPart(leg: OwnLeg): OwnPart {
  const meeting = meetingOf(leg);
  const from: Stop = { name: leg.fromName, address: null, point: leg.fromPoint };
  const meet = meeting === null ? '' : timeInWords(meeting.at.toZonedDateTimeISO(meeting.zone).toPlainTime());
  return {
    id: leg.id,
    key: `leg-${leg.id}`,
    title: leg.title,
    start: leg.departs.at,
    zone: leg.departs.zone,
    end: leg.arrives.at,
    endZone: leg.arrives.zone,
    stop: from,
    to: { name: leg.toName, address: null, point: leg.toPoint },
    kind: legKindWords[leg.kind],
    isOff: leg.status === 'cancelled',
    reason: leg.statusReason,
    facts: [
      ['Carrier', leg.carrier ?? ''],
      ['Meet', [meet, leg.meetingPoint].filter((part) => part).join(', ')],
      ['Booking reference', leg.bookingReference ?? ''],
      ['Seat', leg.seat ?? ''],
      ['Luggage', leg.luggage ?? ''],
    ],
    about: '',
    isExpected: false,
    bufferMinutes: 0,
    sequence: leg.version,
    changedAt: leg.changedAt,
  };
}

/** Where it begins and ends, in one line. */
export const wayInWords = ({ stop, to }: Pick<Part, 'stop' | 'to'>): string =>
  to === null ? stopInWords(stop) : `${stopInWords(stop)} to ${stopInWords(to)}`;

/** Where a traveller goes, as their map draws it. */
export const ownPlacesIn = ({ parts }: Pick<OwnDays, 'parts'>): VisitPlaces =>
  visitPlaces(
    parts
      .filter(({ isOff }) => !isOff)
      .map((part) => ({ ...part, isByAir: part.kind === legKindWords.flight })),
  );
