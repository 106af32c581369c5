import { Paragraphs, Tag } from '#ui';

/** Something that takes place on the stand, as everybody may read it. */
export interface HeardEvent {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly hostName: string | null;
  readonly summary: string;
  readonly isForMembers: boolean;
  /** `null`: it takes place. */
  readonly calledOff: string | null;
}

/** What takes place on the stand; nothing where there is nothing. */
export function ExhibitionEvents({ events }: { readonly events: readonly HeardEvent[] }) {
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="events">
      <h2 class="govuk-heading-l" id="events">
        On the stand
      </h2>
      {events.map(({ id, title, when, hostName, summary, isForMembers, calledOff }) => (
        <article key={id} id={`event-${id}`}>
          <h3 class="govuk-heading-m">
            <bdi>{title}</bdi> {calledOff !== null && <Tag colour="red">Called off</Tag>}
            {isForMembers && <Tag colour="blue">For members</Tag>}
          </h3>
          <p class="govuk-body">
            {when}
            {hostName !== null && (
              <>
                . Invited by <bdi>{hostName}</bdi>.
              </>
            )}
          </p>
          {calledOff !== null && calledOff !== '' && <p class="govuk-body">{calledOff}</p>}
          <Paragraphs text={summary} />
        </article>
      ))}
    </section>
  );
}
