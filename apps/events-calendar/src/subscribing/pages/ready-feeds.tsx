import { eventKinds } from '../../events/domain/event.js';
import { everything, filteredAddress, type Filter } from '../../listing/domain/filter.js';
import { kindPlural } from '../../listing/domain/names.js';
import type { ListChoices } from '../../listing/list-choices.js';

interface Ready {
  readonly name: string;
  readonly filter: Filter;
}

/** The feeds that people most often want, each leading to its own links. */
export function ReadyFeeds({ choices }: { readonly choices: ListChoices }) {
  const kinds = eventKinds.map((kind) => ({
    name: kindPlural(kind),
    filter: { ...everything, kinds: [kind] },
  }));
  const series = choices.series.map(({ name, value }) => ({
    name,
    filter: { ...everything, series: value },
  }));
  const tags = choices.tags.map(({ name, value }) => ({ name, filter: { ...everything, tag: value } }));
  return (
    <section aria-labelledby="ready">
      <h2 class="govuk-heading-m" id="ready">
        Ready-made parts
      </h2>
      <p class="govuk-body">
        Each has its own address and links.{' '}
        <a class="govuk-link" href="/calendar/subscribe">
          All public events
        </a>{' '}
        are in one, too.
      </p>
      <Feeds title="By kind" feeds={kinds} />
      <Feeds title="Series" feeds={series} />
      <Feeds title="Tags" feeds={tags} />
    </section>
  );
}

function Feeds({ title, feeds }: { readonly title: string; readonly feeds: readonly Ready[] }) {
  if (feeds.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="cn-choices">
        {feeds.map(({ name, filter }) => (
          <li key={name}>
            <a href={filteredAddress('/calendar/subscribe', filter)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
