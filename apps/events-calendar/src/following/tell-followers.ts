import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { recipientsAtOnce, type MailKindName } from '#contracts';
import { Outbox } from '#messaging';
import { dateOf } from '#platform';
import type { CalendarEvent } from '../events/domain/event.js';
import { mayRead, rightsInAll, standingOf, type Reader } from '../events/domain/visibility.js';
import { homeZone } from '../events/domain/zones.js';
import { readerOn } from '../members/domain/known-person.js';
import {
  knownPersonColumns,
  knownPersonFrom,
  type KnownPersonColumns,
} from '../members/find-known-person.js';
import { CLOCK, type Clock } from '../tokens.js';

/** What a mail says to one kind of reader. */
export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
}

/** One piece of news for many people. */
export interface News {
  /** The events that it tells of, to each of the people of those that they may see; whoever may see none is left out. */
  readonly about: readonly { readonly event: CalendarEvent; readonly noticeId: string | null }[];
  readonly why: 'changed' | 'cancelled' | 'published' | 'reminder';
  readonly kind: MailKindName;
  /** As staff know it, when it tells of these. */
  readonly titleOf: (events: readonly CalendarEvent[]) => string;
  /** When it ought to arrive; `null`: as soon as it is sent. */
  readonly due: Temporal.Instant | null;
  /** After which it is of no use, when it tells of these; `null`: it always is. */
  readonly neededUntil: (events: readonly CalendarEvent[]) => Temporal.Instant | null;
  readonly correlationId: string;
  /** What it says to a reader who may see these; `null`: nothing. It says the same to all who may see the same. */
  readonly compose: (reader: Reader, events: readonly CalendarEvent[]) => MailContent | null;
  /** Whom it is for, by their ids. */
  readonly people: readonly string[];
}

/** What is said to all who may see the same. */
interface Mailing {
  readonly about: News['about'];
  readonly content: MailContent;
  readonly people: string[];
}

/** A mail's id: the same for the same person in the same mailing, however often it is asked for. */
export const mailIdOf = (mailingId: string, personId: string): string => uuidv5(personId, mailingId);

/**
 * Asks the mailer to tell people something, all of it in the caller's transaction: a process that is killed has asked for
 * every mail or for none.
 */
@Injectable()
export class TellFollowers {
  constructor(
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * One mailing for each different content: readers who may see the same get the same, which is nearly always one mailing.
   *
   * @returns how many people are told
   */
  async send(manager: EntityManager, news: News): Promise<number> {
    const mailings = new Map<string, Mailing>();
    const composed = new Map<string, Mailing | null>();
    for (const { id, reader } of await this.readers(manager, news.people)) {
      const standing = standingIn(news, reader);
      const known = composed.get(standing);
      const mailing = known === undefined ? mailingFor(news, reader, mailings) : known;
      composed.set(standing, mailing);
      mailing?.people.push(id);
    }
    for (const mailing of mailings.values()) await this.ask(manager, news, mailing);
    return [...mailings.values()].reduce((total, { people }) => total + people.length, 0);
  }

  /** What each of them may see today. */
  private async readers(
    manager: EntityManager,
    people: readonly string[],
  ): Promise<{ id: string; reader: Reader }[]> {
    if (people.length === 0) return [];
    const rows: (KnownPersonColumns & { id: string })[] = await manager.query(
      `SELECT f.id, ${knownPersonColumns}
       FROM unnest($1::text[]) AS f (id) LEFT JOIN people p ON p.id = f.id ORDER BY f.id`,
      [[...new Set(people)]],
    );
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    return rows.map((row) => ({ id: row.id, reader: readerOn(knownPersonFrom(row), today) }));
  }

  private async ask(manager: EntityManager, news: News, { about, content, people }: Mailing): Promise<void> {
    const mailingId = uuidv7();
    const { kind, correlationId, due, why } = news;
    const events = about.map(({ event }) => event);
    const title = news.titleOf(events);
    const neededBy = news.neededUntil(events);
    await manager.query(
      `INSERT INTO told_mailings (id, event_id, notice_id, why, title, total, at)
       SELECT $1, event_id, notice_id, $4, $5, $6, $7 FROM unnest($2::uuid[], $3::uuid[]) AS told (event_id, notice_id)`,
      [
        mailingId,
        events.map(({ id }) => id),
        about.map(({ noticeId }) => noticeId),
        why,
        title,
        people.length,
        dateOf(this.clock()),
      ],
    );
    await this.outbox.add(manager, {
      type: 'events-calendar.mailing-requested.v1',
      aggregate: { id: mailingId, version: 1 },
      correlationId,
      payload: {
        mailingId,
        kind,
        title,
        total: people.length,
        ...content,
        due: due?.toString() ?? null,
        neededBy: neededBy?.toString() ?? null,
      },
    });
    const recipients = people.map((personId) => ({ mailId: mailIdOf(mailingId, personId), personId }));
    const parts = Math.ceil(recipients.length / recipientsAtOnce);
    await this.outbox.addAll(
      manager,
      Array.from({ length: parts }, (_, part) => ({
        type: 'events-calendar.mailing-addressed.v1' as const,
        aggregate: { id: mailingId, version: part + 2 },
        correlationId,
        payload: {
          mailingId,
          recipients: recipients.slice(part * recipientsAtOnce, (part + 1) * recipientsAtOnce),
        },
      })),
    );
  }
}

/** Readers with the same answer are told the very same. */
function standingIn({ about }: News, reader: Reader): string {
  const [only, ...others] = about;
  return only !== undefined && others.length === 0
    ? standingOf(only.event.board, reader)
    : rightsInAll(reader);
}

/** The mailing that says what the reader is to be told, put with the others; `null`: there is nothing that they may see. */
function mailingFor(news: News, reader: Reader, mailings: Map<string, Mailing>): Mailing | null {
  const about = news.about.filter(({ event }) => mayRead(event, reader));
  if (about.length === 0) return null;
  const events = about.map(({ event }) => event);
  const content = news.compose(reader, events);
  if (content === null) return null;
  const key = JSON.stringify([content, events.map(({ id }) => id)]);
  const mailing = mailings.get(key) ?? { about, content, people: [] };
  mailings.set(key, mailing);
  return mailing;
}
