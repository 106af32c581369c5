import { Inject, Injectable } from '@nestjs/common';
import type { CalendarEvent } from '../events/domain/event.js';
import { EventsRepository } from '../events/events.repository.js';
import { readStaffList, type ListQuery } from '../managing/domain/staff-list.js';
import { FindEvents } from '../managing/find-events.js';
import { CLOCK, type Clock } from '../tokens.js';

/** More than a calendar ever has; an export has no pages. */
const everything = 1_000_000;

/** How many events are read at once. */
const chunk = 1000;

/** The events of an export: those of the staff's list with the same filters, drafts too. */
@Injectable()
export class FindExported {
  constructor(
    private readonly list: FindEvents,
    private readonly events: EventsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param query as the list's address has it; without a period, coming and past, by date */
  async find(query: ListQuery): Promise<CalendarEvent[]> {
    const wanted = { ...readStaffList({ period: 'all', ...query }), page: 1 };
    const { items } = await this.list.list(wanted, this.clock(), everything);
    const found: CalendarEvent[] = [];
    for (let from = 0; from < items.length; from += chunk) {
      const refs = items.slice(from, from + chunk).map(({ ref }) => ref);
      const events = await this.events.findByRefs(refs);
      const byRef = new Map(events.map((event) => [event.ref, event]));
      found.push(...refs.flatMap((ref) => byRef.get(ref) ?? []));
    }
    return found;
  }
}
