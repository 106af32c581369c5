import { Conditions, containing } from '#platform';
import { readableAudiences, type Reader } from '../events/domain/visibility.js';
import type { Filter } from './domain/filter.js';

/** The text that is searched, letter for letter as the index `events_search_idx` has it. */
const searched = `to_tsvector('english', e.title || ' ' || coalesce(e.place_name, '') || ' ' || e.description)`;

/**
 * Words as a tsquery in which each may be the beginning of a longer one (`confer:*`). Only letters and digits get
 * through, so that nothing in it is an operator.
 */
export function prefixQuery(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : words.map((word) => `${word}:*`).join(' & ');
}

/** A WHERE clause over `events e` (and `occurrences o`). */
export class EventConditions extends Conditions {
  /** What `mayRead` allows, as SQL, and nothing that is a draft. `visibility.e2e` holds the two to the same answers. */
  visibleTo(reader: Reader): this {
    this.add(`e.status <> 'draft'`);
    this.add('e.audience = ANY(?)', readableAudiences(reader));
    const readsAll = readableAudiences(reader).includes('invited');
    if (!readsAll) this.add(`(e.audience <> 'board' OR e.board = ANY(?))`, reader.boards);
    return this;
  }

  /** @param withOccurrences whether the statement has `occurrences o`, each of which may have a place or format of its own */
  matching(filter: Filter, withOccurrences = false): this {
    if (filter.kinds.length > 0) this.add('e.kind = ANY(?)', filter.kinds);
    if (filter.formats.length > 0) {
      this.add(`${withOccurrences ? 'coalesce(o.format, e.format)' : 'e.format'} = ANY(?)`, filter.formats);
    }
    if (filter.series !== null) this.add('e.series = ?', filter.series);
    if (filter.tag !== null) this.add('e.tags @> ARRAY[?]::text[]', filter.tag);
    if (filter.place !== '') {
      const pattern = containing(filter.place);
      const columns = ['e.place_name', 'e.place_address', ...(withOccurrences ? ['o.place_name'] : [])];
      this.add(
        `(${columns.map((column) => `${column} ILIKE ?`).join(' OR ')})`,
        ...columns.map(() => pattern),
      );
    }
    if (filter.text !== '') {
      const query = prefixQuery(filter.text);
      if (query === null) this.add('false');
      else this.add(`${searched} @@ to_tsquery('english', ?)`, query);
    }
    return this;
  }
}
