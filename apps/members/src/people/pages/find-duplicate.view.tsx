import { Button, EmptyState, Input, ResponsiveTable } from '#ui';
import { comparePath, personPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import type { ListedPerson } from '../find-people.js';

/** How many records are offered at once. */
export const mostFound = 20;

export interface FindDuplicateProps {
  readonly person: Person;
  /** What was looked for. */
  readonly text: string;
  /** Other records. */
  readonly found: readonly ListedPerson[];
  readonly total: number;
}

export function FindDuplicateView({ person, text, found, total }: FindDuplicateProps) {
  return (
    <>
      <h1 class="govuk-heading-l">Merge {person.name} with another record</h1>
      <p class="govuk-body">
        Find the other record of the same person. You compare the two before anything happens.
      </p>
      <form
        class="cn-filters"
        method="get"
        action={personPath(person.id, 'merge')}
        role="search"
        aria-label="The other record"
      >
        <Input name="q" type="search" label="Name, email address or organisation" value={text} />
        <div class="cn-filters__actions">
          <Button classes="govuk-button--secondary">Search</Button>
        </div>
      </form>
      {found.length === 0 ? (
        <EmptyState titleText="No other record is like this">
          <p class="govuk-body">Try a part of the name, or of an email address.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption={total > mostFound ? `The first ${mostFound} of ${total} records` : 'Other records'}
          captionClasses="govuk-table__caption--s"
          columns={[
            { key: 'name', heading: 'Name' },
            { key: 'email', heading: 'Email' },
            { key: 'organisations', heading: 'Organisations' },
            { key: 'compare', heading: 'Compare' },
          ]}
          rows={found.slice(0, mostFound).map((one) => [
            one.name,
            one.email ?? 'None',
            one.organisations.length === 0 ? 'None' : one.organisations.join(', '),
            <a class="govuk-link" href={comparePath(person.id, one.id)}>
              Compare<span class="govuk-visually-hidden"> with {one.name}</span>
            </a>,
          ])}
        />
      )}
    </>
  );
}
