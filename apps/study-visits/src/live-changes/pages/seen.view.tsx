import { momentInWords, plural, Tag } from '#ui';
import { ChangeList } from '../../itinerary/pages/publish.view.js';
import type { SeenBy } from '../../itinerary/read-news.js';
import type { Visit } from '../../visits/domain/visit.js';
import { liveItemPath } from '../addresses.js';
import type { LiveChange } from '../read-live-changes.js';
import { RingLink } from './ring-link.js';
import { ChangedAt } from './today.view.js';

export interface SeenViewProps {
  readonly visit: Visit;
  readonly change: LiveChange;
  /** Who was told of it and still travels; whoever has not seen it first. */
  readonly seen: readonly SeenBy[];
}

const wordsOfAll = (told: number): string =>
  told === 0 ? 'No traveller was concerned' : `Everybody has seen it: ${plural(told, 'traveller')}`;

/** Whom staff ring: those who have not said that they have seen a change. */
export function SeenView({ visit, change, seen }: SeenViewProps) {
  const missing = seen.filter(({ seenAt }) => seenAt === null);
  const done = seen.filter(({ seenAt }) => seenAt !== null);
  return (
    <>
      <span class="govuk-caption-l">
        <bdi>{change.changes[0]?.title ?? visit.title}</bdi>
      </span>
      <h1 class="govuk-heading-l">Who has seen it</h1>
      <p class="govuk-body">
        <ChangedAt change={change} zone={visit.zone} />
      </p>
      <ChangeList changes={change.changes} />
      <p class="govuk-body">
        <a class="govuk-link" href={liveItemPath(visit.id, change.itemId)}>
          Change it again, or take it back
        </a>
      </p>
      <h2 class="govuk-heading-m">
        {missing.length === 0
          ? wordsOfAll(done.length)
          : `${plural(missing.length, 'traveller has', 'travellers have')} not yet seen it`}
      </h2>
      {missing.length > 0 && (
        <ul class="govuk-list">
          {missing.map((one) => (
            <li key={one.travellerId} class="cn-live-person">
              <span>
                <strong>
                  <bdi>{one.name}</bdi>
                </strong>
                {one.organisationName !== '' && `, ${one.organisationName}`}
                {one.email === null && (
                  <>
                    {' '}
                    <Tag colour="yellow">No address for mail</Tag>
                  </>
                )}
              </span>
              {one.phone === null ? (
                <span class="cn-quiet">No telephone number is known</span>
              ) : (
                <RingLink name={one.name} phone={one.phone} />
              )}
            </li>
          ))}
        </ul>
      )}
      {done.length > 0 && missing.length > 0 && (
        <h2 class="govuk-heading-m">{plural(done.length, 'traveller has', 'travellers have')} seen it</h2>
      )}
      <ul class="govuk-list">
        {done.map(({ travellerId, name, seenAt }) => (
          <li key={travellerId}>
            <bdi>{name}</bdi>, {seenAt === null ? '' : momentInWords(seenAt, visit.zone)}
          </li>
        ))}
      </ul>
    </>
  );
}
