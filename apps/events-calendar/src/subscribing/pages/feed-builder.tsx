import { Button, Input } from '#ui';
import type { Filter } from '../../listing/domain/filter.js';
import type { ListChoices } from '../../listing/list-choices.js';
import { FilterFields } from '../../listing/pages/filter-panel.js';

/** Makes the address of a feed from a filter; the server answers with this page, for that feed. */
export function FeedBuilder({ filter, choices }: { readonly filter: Filter; readonly choices: ListChoices }) {
  return (
    <section aria-labelledby="builder">
      <h2 class="govuk-heading-m" id="builder">
        Only some of the events
      </h2>
      <form class="cn-filters" action="/calendar/subscribe#feed" method="get">
        <FilterFields filter={filter} choices={choices} />
        <Input
          name="q"
          label="With this word in title, place or description"
          value={filter.text}
          attributes={{ maxlength: 100 }}
        />
        <Button>Make the address</Button>
      </form>
    </section>
  );
}
