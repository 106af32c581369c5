import { Button, Checkboxes, Details, Input, Select, type SelectItem } from '#ui';
import { eventFormats, eventKinds } from '../../events/domain/event.js';
import { filteredAddress, filterParams, isEverything, type Filter } from '../domain/filter.js';
import { filterParts } from '../domain/filter-parts.js';
import { slugInWords } from '../../events/domain/slug.js';
import { capitalised, kindPlural } from '../domain/names.js';
import { seriesNames, type ListChoice, type ListChoices } from '../list-choices.js';

/** The choices of a select; one that is filtered by stays among them although nothing has it any more. */
function selectItems(
  choices: readonly ListChoice[],
  chosen: string | null,
  any: string,
  nameOf: (value: string) => string,
): SelectItem[] {
  const isMissing = chosen !== null && choices.every(({ value }) => value !== chosen);
  return [
    { value: '', text: any },
    ...(isMissing ? [{ value: chosen, text: nameOf(chosen) }] : []),
    ...choices.map(({ value, name }) => ({ value, text: name })),
  ];
}

export interface FilterFieldsProps {
  readonly filter: Filter;
  readonly choices: ListChoices;
}

/** Kind, format, place, series and tag. */
export function FilterFields({ filter, choices }: FilterFieldsProps) {
  return (
    <div class="cn-filters__fields">
      <Checkboxes
        name="kind"
        classes="govuk-checkboxes--small cn-filters__kinds"
        fieldset={{ legend: { text: 'Kind', classes: 'govuk-fieldset__legend--s' } }}
        items={eventKinds.map((kind) => ({ value: kind, text: kindPlural(kind) }))}
        values={filter.kinds}
      />
      <div>
        <Checkboxes
          name="format"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'How to take part', classes: 'govuk-fieldset__legend--s' } }}
          items={eventFormats.map((format) => ({ value: format, text: capitalised(format) }))}
          values={filter.formats}
        />
        <Input name="place" label="Town or venue" value={filter.place} type="search" />
        {(choices.series.length > 0 || filter.series !== null) && (
          <Select
            name="series"
            label="Series"
            items={selectItems(choices.series, filter.series, 'Any or none', slugInWords)}
            value={filter.series ?? ''}
          />
        )}
        {(choices.tags.length > 0 || filter.tag !== null) && (
          <Select
            name="tag"
            label="Tag"
            items={selectItems(choices.tags, filter.tag, 'Any or none', (tag) => tag)}
            value={filter.tag ?? ''}
          />
        )}
      </div>
    </div>
  );
}

export interface FilterPanelProps extends FilterFieldsProps {
  /** The path of the page that the filter is for. */
  readonly path: string;
}

/** The filter of a list: a form that makes an address. */
export function FilterPanel({ path, filter, choices }: FilterPanelProps) {
  const chosen = filterParams(filter).size - (filter.text === '' ? 0 : 1);
  return (
    <form class="cn-filters" action={path} method="get" role="search" aria-label="Events">
      <Input
        name="q"
        type="search"
        label={{ text: 'Search for a word', classes: 'govuk-label--s' }}
        value={filter.text}
        attributes={{ maxlength: 100 }}
      />
      <Details
        summaryText={`More filters${chosen === 0 ? '' : ` (${chosen} chosen)`}`}
        classes="cn-filters__more"
      >
        <FilterFields filter={filter} choices={choices} />
      </Details>
      <div class="cn-filters__actions">
        <Button>Show results</Button>
        {!isEverything(filter) && (
          <a class="govuk-link" href={path}>
            Clear
          </a>
        )}
      </div>
    </form>
  );
}

/** What is filtered by, each a link to the same page without it. */
export function ActiveFilters({ path, filter, choices }: FilterPanelProps) {
  const parts = filterParts(filter, seriesNames(choices));
  if (parts.length === 0) return null;
  return (
    <div role="group" aria-label="What is filtered by">
      <ul class="cn-choices">
        {parts.map(({ words, without }) => (
          <li key={words}>
            <a href={filteredAddress(path, without)}>
              <span class="govuk-visually-hidden">Remove the filter </span>
              {words} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
