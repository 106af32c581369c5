import {
  EmptyState,
  ExportLinks,
  exportOf,
  field,
  FilterForm,
  form,
  Input,
  plural,
  ResponsiveTable,
  Select,
  sortParameter,
  type Sort,
} from '#ui';
import { rulesPath } from '../../destination-rules/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { isEnded } from '../../visits/domain/status.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { readinessPath, travellerReadinessPath } from '../addresses.js';
import { isToldItem, readinessItems, type ReadinessItem } from '../domain/item.js';
import { openByItem, type ReadinessFilter, type SortKey } from '../domain/readiness-list.js';
import { itemWords } from '../in-words.js';
import type { ReadyTraveller } from '../read-readiness.js';
import { MarkTag } from './mark-tag.js';

export interface ReadinessViewProps {
  readonly visit: Visit;
  readonly all: readonly ReadyTraveller[];
  readonly listed: readonly ReadyTraveller[];
  readonly filter: ReadinessFilter;
  readonly sort: Sort<SortKey>;
  /** Where something is looked after that travellers do not tell themselves; `null`: nowhere yet. */
  readonly pathOf: (item: ReadinessItem, travellerId: string) => string | null;
}

/** Travellers and what each has to have, in colours and in words. */
export function ReadinessView(props: ReadinessViewProps) {
  const { visit, all } = props;
  return (
    <VisitFrame visit={visit} heading="Who is ready" current="readiness">
      {all.length === 0 ? (
        <EmptyState titleText="Nobody travels yet">
          <p class="govuk-body">
            Once somebody has accepted a place, they are listed here with everything that they still need.
          </p>
        </EmptyState>
      ) : (
        <>
          <Summary {...props} />
          <Filters {...props} />
          <List {...props} />
        </>
      )}
      <p class="govuk-body cn-no-print">
        <a class="govuk-link" href={readinessPath(visit.id, 'settings')}>
          What is asked, and when travellers are written to
        </a>
        <br />
        <a class="govuk-link" href={rulesPath}>
          Rules of borders
        </a>
      </p>
    </VisitFrame>
  );
}

function Summary({ visit, all }: ReadinessViewProps) {
  if (isEnded(visit.status)) {
    return (
      <p class="govuk-body-l">
        {visit.status === 'over' ? 'The visit is over' : 'The visit was called off'}, so nothing more is
        needed of anybody. What was sealed is erased a while after it, so what stands below is not how it was
        then.
      </p>
    );
  }
  const ready = all.filter(({ open }) => open === 0).length;
  const open = openByItem(all.map((each) => ({ ...each.traveller, ...each })));
  return (
    <>
      <p class="govuk-body-l">
        {ready === all.length
          ? `Everybody is ready: ${plural(all.length, 'traveller')}.`
          : `${ready} of ${plural(all.length, 'traveller')} ${ready === 1 ? 'is' : 'are'} ready.`}
      </p>
      {open.length > 0 && (
        <ul class="govuk-list">
          {open.map(({ item, count }) => (
            <li key={item}>
              <a class="govuk-link" href={`${readinessPath(visit.id)}?item=${item}`}>
                {itemWords[item]}: {count} to do
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Filters({ visit, filter }: ReadinessViewProps) {
  const path = readinessPath(visit.id);
  const shown = form({ q: filter.words, item: filter.item ?? '', state: filter.state ?? '' });
  const isWhole = filter.words === '' && filter.item === null && filter.state === null;
  return (
    <FilterForm
      action={path}
      label="Travellers"
      show="Show these travellers"
      all={isWhole ? null : { text: 'Show everybody', href: path }}
    >
      <Input {...field(shown, 'q')} label="Name or organisation" type="search" autocomplete="off" />
      <div class="cn-filters__fields">
        <Select
          {...field(shown, 'state')}
          label="How far"
          items={[
            { value: '', text: 'Any' },
            { value: 'open', text: 'Something to do' },
            { value: 'ready', text: 'Ready' },
          ]}
        />
        <Select
          {...field(shown, 'item')}
          label="Still to do"
          items={[
            { value: '', text: 'Anything' },
            ...readinessItems.map((item) => ({ value: item, text: itemWords[item] })),
          ]}
        />
      </div>
    </FilterForm>
  );
}

function List({ visit, listed, filter, sort, pathOf }: ReadinessViewProps) {
  const path = readinessPath(visit.id);
  const query = (by: Sort): string =>
    `${path}?${new URLSearchParams({
      ...(filter.words !== '' && { q: filter.words }),
      ...(filter.item !== null && { item: filter.item }),
      ...(filter.state !== null && { state: filter.state }),
      sort: sortParameter(by),
    })}`;
  if (listed.length === 0) {
    return (
      <EmptyState titleText="Nobody is like this">
        <p class="govuk-body">
          Try fewer words, or{' '}
          <a class="govuk-link" href={path}>
            look at everybody
          </a>
          .
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <div class="cn-matrix">
        <ResponsiveTable
          caption={plural(listed.length, 'traveller')}
          isWide
          columns={[
            { key: 'name', heading: 'Traveller', sortable: true },
            { key: 'open', heading: 'To do', sortable: true, format: 'numeric' },
            ...readinessItems.map((item) => ({ key: item, heading: itemWords[item], sortable: true })),
          ]}
          rows={listed.map((ready) => [
            <a class="govuk-link" href={travellerReadinessPath(visit.id, ready.traveller.id)}>
              <bdi>{ready.traveller.name}</bdi>
            </a>,
            String(ready.open),
            ...readinessItems.map((item) => (
              <MarkCell visitId={visit.id} ready={ready} item={item} pathOf={pathOf} />
            )),
          ])}
          sort={sort}
          sortHref={query}
        />
      </div>
      <ExportLinks what="this list" file={exportOf(query(sort))} />
    </>
  );
}

interface MarkCellProps extends Pick<ReadinessViewProps, 'pathOf'> {
  readonly visitId: string;
  readonly ready: ReadyTraveller;
  readonly item: ReadinessItem;
}

/** A state that leads to where it is entered. */
function MarkCell({ visitId, ready, item, pathOf }: MarkCellProps) {
  const { status } = ready.marks[item];
  const { id, name } = ready.traveller;
  const path = isToldItem(item) ? travellerReadinessPath(visitId, id, item) : pathOf(item, id);
  if (path === null) return <MarkTag status={status} />;
  return (
    <a class="govuk-link" href={path}>
      <MarkTag status={status} />
      <span class="govuk-visually-hidden">
        : {itemWords[item]}, {name}
      </span>
    </a>
  );
}
