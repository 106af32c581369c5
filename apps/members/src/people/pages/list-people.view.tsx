import {
  Button,
  ButtonGroup,
  EmptyState,
  EndOfList,
  FilterForm,
  Input,
  Pages,
  plural,
  ResponsiveTable,
  Select,
  Tag,
} from '#ui';
import { boardsPath, peoplePath, personPath } from '../addresses.js';
import { isFiltered, listedRoles, peopleListAddress, type PeopleList } from '../domain/people-list.js';
import { grantedRoleInWords } from '../domain/words.js';
import type { ListedPeople, ListedPerson } from '../find-people.js';
import type { NamedChoice } from '../read-person.js';
import { Lines } from './lines.js';
import { listedRoleWords } from './words.js';

/** How many people a page of the table holds. */
export const pageSize = 50;

export interface ListPeopleProps {
  readonly list: PeopleList;
  readonly found: ListedPeople;
  readonly organisations: readonly NamedChoice[];
  readonly boards: readonly NamedChoice[];
}

export function ListPeopleView(props: ListPeopleProps) {
  const { list, found } = props;
  return (
    <>
      <h1 class="govuk-heading-xl">People</h1>
      <ButtonGroup>
        <Button href={`${peoplePath}/new`}>Make a record of a person</Button>
        <a class="govuk-link" href={boardsPath}>
          Who sits on the boards
        </a>
      </ButtonGroup>
      <Filters {...props} />
      {found.items.length === 0 ? (
        <NobodyFound list={list} />
      ) : (
        <>
          <ResponsiveTable
            caption={plural(found.total, 'person', 'people')}
            captionClasses="govuk-table__caption--s"
            isWide
            columns={[
              { key: 'name', heading: 'Name' },
              { key: 'email', heading: 'Email' },
              { key: 'organisations', heading: 'Organisations' },
              { key: 'standing', heading: 'Boards and roles' },
            ]}
            rows={found.items.map(row)}
          />
          <Pages
            current={list.page}
            total={Math.ceil(found.total / pageSize)}
            href={(page) => peopleListAddress(peoplePath, { ...list, page })}
            landmarkLabel="Pages of people"
          />
        </>
      )}
    </>
  );
}

function Filters({ list, organisations, boards }: ListPeopleProps) {
  const any = { value: '', text: 'Any' };
  return (
    <FilterForm
      action={peoplePath}
      label="People"
      show="Show these people"
      all={isFiltered(list) ? { text: 'Show everybody', href: peoplePath } : null}
    >
      <Input name="q" type="search" label="Name, email address or organisation" value={list.text} />
      <div class="cn-filters__fields">
        <Select
          name="organisation"
          label="Organisation"
          value={list.organisation ?? ''}
          items={[any, ...organisations]}
        />
        <Select
          name="role"
          label="Role"
          value={list.role ?? ''}
          items={[any, ...listedRoles.map((role) => ({ value: role, text: listedRoleWords[role] }))]}
        />
        <Select name="board" label="Board" value={list.board ?? ''} items={[any, ...boards]} />
      </div>
    </FilterForm>
  );
}

function row(person: ListedPerson) {
  return [
    <>
      <a class="govuk-link" href={personPath(person.id)}>
        {person.name}
      </a>
      {person.jobTitle !== null && <p class="govuk-body cn-flush cn-quiet">{person.jobTitle}</p>}
    </>,
    person.email === null ? (
      <span class="cn-quiet">None</span>
    ) : (
      <>
        {person.email} {!person.isVerified && <Tag colour="yellow">Not confirmed</Tag>}
      </>
    ),
    <>
      <Lines lines={person.organisations} />{' '}
      {person.isBookingContact && <Tag colour="teal">Booking contact</Tag>}
    </>,
    <>
      {person.boards.length > 0 && <Lines lines={person.boards} />}{' '}
      {person.grants.map((role) => (
        <>
          <Tag key={role}>{grantedRoleInWords[role]}</Tag>{' '}
        </>
      ))}
      {person.boards.length + person.grants.length === 0 && <span class="cn-quiet">None</span>}
    </>,
  ];
}

/** Stands where the table would be: who will be there, or how to find somebody. */
function NobodyFound({ list }: { readonly list: PeopleList }) {
  if (list.page > 1) {
    return <EndOfList firstPage={peopleListAddress(peoplePath, { ...list, page: 1 })} />;
  }
  if (isFiltered(list)) {
    return (
      <EmptyState titleText="Nobody is like this">
        <p class="govuk-body">
          Try fewer words, or{' '}
          <a class="govuk-link" href={peoplePath}>
            look at everybody
          </a>
          .
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState titleText="Nobody yet">
      <p class="govuk-body">
        The people of the member organisations will be listed here.{' '}
        <a class="govuk-link" href={`${peoplePath}/new`}>
          Make the first record
        </a>
        ; people whose address is at a member organisation’s domain can also make their own.
      </p>
    </EmptyState>
  );
}
