/** That an event has been published. */
export interface PublicationHeard {
  readonly eventId: string;
  readonly heardAt: Date;
}

/** What somebody follows: one of the events, or, with `null`, their series. */
export interface FollowKnown {
  readonly personId: string;
  readonly eventId: string | null;
  readonly since: Date;
}

/** Whom publications are told to. */
export interface PublicationReaders {
  /** Those who follow the series, with all others who are to hear of the same events. */
  readonly ofSeries: readonly { readonly eventIds: readonly string[]; readonly people: readonly string[] }[];
  /** By event, those to whom it came with the later dates of another event. */
  readonly ofDates: ReadonlyMap<string, readonly string[]>;
}

/**
 * Whom the publications of events of one series are told to: those who followed the series by then, and those who followed an
 * event itself by then, as it came to them with the later dates of another. Whoever began to follow an event itself since then
 * has it already.
 */
export function publicationReaders(
  publications: readonly PublicationHeard[],
  follows: readonly FollowKnown[],
): PublicationReaders {
  const heardAt = new Map(publications.map((each) => [each.eventId, each.heardAt]));
  const ofDates = new Map<string, string[]>();
  const known = new Map<string, Set<string>>();
  for (const { personId, eventId, since } of follows) {
    const heard = eventId === null ? undefined : heardAt.get(eventId);
    if (eventId === null || heard === undefined) continue;
    known.set(personId, (known.get(personId) ?? new Set()).add(eventId));
    if (since <= heard) ofDates.set(eventId, [...(ofDates.get(eventId) ?? []), personId]);
  }
  const groups = new Map<string, { eventIds: string[]; people: string[] }>();
  for (const { personId, eventId, since } of follows) {
    if (eventId !== null) continue;
    const own = known.get(personId);
    const eventIds = publications
      .filter((each) => since <= each.heardAt && own?.has(each.eventId) !== true)
      .map((each) => each.eventId);
    if (eventIds.length === 0) continue;
    const key = eventIds.join(' ');
    const group = groups.get(key) ?? { eventIds, people: [] };
    group.people.push(personId);
    groups.set(key, group);
  }
  return { ofSeries: [...groups.values()], ofDates };
}
