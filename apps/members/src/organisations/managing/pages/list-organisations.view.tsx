import { Button, ButtonGroup, EmptyState, EndOfList, Pages, plural, ResponsiveTable, type Sort } from '#ui';
import { organisationPath, organisationsPath } from '../../addresses.js';
import { capitalised, categoryWords, statusWords } from '../../domain/words.js';
import { exportPath, uploadPath } from '../../imports/addresses.js';
import {
  isFiltered,
  listOf,
  organisationListAddress,
  sortKeys,
  type Due,
  type OrganisationList,
} from '../domain/organisation-list.js';
import type { ListedOrganisation, ListedOrganisations } from '../find-organisations.js';
import { ListFilters } from './list-filters.js';
import { StatusTag } from './tags.js';
import { dayInWords } from './words.js';

/** How many organisations a page of the table holds. */
export const pageSize = 50;

const dueWords: Readonly<Record<Due, string>> = {
  left: 'whose day to leave has come',
  leaving: 'leaving this quarter',
  discount: 'whose discount ends soon',
  contact: 'without a booking contact',
};

export interface ListOrganisationsProps {
  readonly list: OrganisationList;
  readonly found: ListedOrganisations;
  /** Every kind of body on record. */
  readonly kinds: readonly string[];
}

export function ListOrganisationsView({ list, found, kinds }: ListOrganisationsProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Organisations</h1>
      <ButtonGroup>
        <Button href={`${organisationsPath}/new`}>Put an organisation on record</Button>
        <a class="govuk-link" href={uploadPath}>
          Import organisations from a file
        </a>
        <a class="govuk-link" href={organisationListAddress(exportPath, { ...list, page: 1 })} download>
          Export this list as CSV
        </a>
      </ButtonGroup>
      <ListFilters list={list} kinds={kinds} />
      {found.items.length === 0 ? <NothingFound list={list} /> : <Found list={list} found={found} />}
    </>
  );
}

function Found({ list, found }: Omit<ListOrganisationsProps, 'kinds'>) {
  const address = (changed: Partial<OrganisationList>) =>
    organisationListAddress(organisationsPath, { ...list, ...changed });
  return (
    <>
      <ResponsiveTable
        caption={caption(list, found.total)}
        captionClasses="govuk-table__caption--s"
        columns={[
          { key: 'name', heading: 'Name', sortable: true },
          { key: 'category', heading: 'Category', sortable: true },
          { key: 'kind', heading: 'Kind', sortable: true },
          { key: 'status', heading: 'Status', sortable: true },
          { key: 'joined', heading: 'Joined', sortable: true },
        ]}
        rows={found.items.map((organisation) => row(organisation, list))}
        sort={list.sort}
        sortHref={(sort) => address({ sort: known(sort), page: 1 })}
      />
      <Pages
        current={list.page}
        total={Math.ceil(found.total / pageSize)}
        href={(page) => address({ page })}
        landmarkLabel="Pages of organisations"
      />
    </>
  );
}

function known({ key, direction }: Sort): OrganisationList['sort'] {
  return { key: sortKeys.find((each) => each === key) ?? 'name', direction };
}

function row(organisation: ListedOrganisation, { due }: OrganisationList) {
  const { id, name, category, kind, status, joinedOn, leftOn, discountEndsOn } = organisation;
  return [
    <a class="govuk-link" href={organisationPath(id)}>
      {name}
    </a>,
    categoryWords[category],
    capitalised(kind),
    <>
      <StatusTag status={status} />
      {leftOn !== null && (
        <span class="cn-quiet">
          {' '}
          {status === 'leaving' ? 'on' : ''} {dayInWords(leftOn)}
        </span>
      )}
      {due === 'discount' && discountEndsOn !== null && (
        <span class="cn-quiet"> discount until {dayInWords(discountEndsOn)}</span>
      )}
    </>,
    joinedOn === null ? <span class="cn-quiet">Not known</span> : dayInWords(joinedOn),
  ];
}

/** "12 full members", "1 organisation without a booking contact" */
function caption(list: OrganisationList, total: number): string {
  const category = list.category === null ? '' : `${categoryWords[list.category].toLowerCase()} `;
  const what = list.status === 'current' ? `${category}member` : `${category}organisation`;
  const status =
    list.status === 'current' || list.status === 'any' ? '' : ` (${statusWords[list.status].toLowerCase()})`;
  const kind = list.kind === '' ? '' : ` of the kind “${list.kind}”`;
  const due = list.due === null ? '' : ` ${dueWords[list.due]}`;
  const text = list.text === '' ? '' : ` with “${list.text}”`;
  return `${plural(total, what)}${status}${kind}${due}${text}`;
}

/** Stands where the table would be: what will be there, or how to find something. */
function NothingFound({ list }: { readonly list: OrganisationList }) {
  if (list.page > 1) {
    return <EndOfList firstPage={organisationListAddress(organisationsPath, { ...list, page: 1 })} />;
  }
  if (isFiltered(list)) {
    const everybody = organisationListAddress(organisationsPath, listOf({ status: 'any' }));
    return (
      <EmptyState titleText="No organisation is like this">
        <p class="govuk-body">
          Try fewer words, or{' '}
          <a class="govuk-link" href={everybody}>
            look at every organisation on record
          </a>
          .
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState titleText="No organisation is on record yet">
      <p class="govuk-body">
        Organisations will be listed here, with their category and how they stand to the network.{' '}
        <a class="govuk-link" href={`${organisationsPath}/new`}>
          Put the first one on record
        </a>
        .
      </p>
    </EmptyState>
  );
}
