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
import { ToldMailingRow } from './told-mailing.entity.js';

/** What a mail says to one kind of reader. */
export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
}

/** One piece of news for many people. */
export interface News {
  /** The event that it is about; whoever may not see it is left out. `null` for news of a series. */
  readonly event: CalendarEvent | null;
  readonly noticeId: string | null;
  readonly why: 'changed' | 'cancelled' | 'published' | 'reminder';
  readonly kind: MailKindName;
  /** As staff know it. */
  readonly title: string;
  /** When it ought to arrive; `null`: as soon as it is sent. */
  readonly due: Temporal.Instant | null;
  /** After which it is of no use; `null`: it always is. */
  readonly neededBy: Temporal.Instant | null;
  readonly correlationId: string;
  /** What it says to a reader; `null`: nothing. It says the same to all who may see the same. */
  readonly compose: (reader: Reader) => MailContent | null;
  /** Whom it is for, by their ids. */
  readonly people: readonly string[];
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
    const mailings = new Map<string, { content: MailContent; people: string[] }>();
    const composed = new Map<string, MailContent | null>();
    for (const { id, reader } of await this.readers(manager, news.people)) {
      if (news.event !== null && !mayRead(news.event, reader)) continue;
      const standing = news.event === null ? rightsInAll(reader) : standingOf(news.event.board, reader);
      const known = composed.get(standing);
      const content = known === undefined ? news.compose(reader) : known;
      composed.set(standing, content);
      if (content === null) continue;
      const key = JSON.stringify(content);
      const mailing = mailings.get(key) ?? { content, people: [] };
      mailing.people.push(id);
      mailings.set(key, mailing);
    }
    for (const { content, people } of mailings.values()) await this.ask(manager, news, content, people);
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

  private async ask(
    manager: EntityManager,
    news: News,
    content: MailContent,
    people: readonly string[],
  ): Promise<void> {
    const mailingId = uuidv7();
    const { kind, title, correlationId, due, neededBy, why, noticeId } = news;
    await manager.insert(ToldMailingRow, {
      id: mailingId,
      eventId: news.event?.id ?? null,
      noticeId,
      why,
      title,
      total: people.length,
      at: dateOf(this.clock()),
    });
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
