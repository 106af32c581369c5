import { ButtonGroup, Button, SummaryList, Timeline } from '#ui';
import { personPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import { objectionToActing } from '../domain/who-may.js';
import { PersonAddresses } from './person-addresses.js';
import { PersonOrganisations, PersonRoles, PersonSeats } from './person-places.js';
import type { PersonViewProps } from './person-view-props.js';
import { revisionEntry } from './revision-entry.js';

export function PersonView(props: PersonViewProps) {
  const { person, history, asker } = props;
  return (
    <>
      <h1 class="govuk-heading-xl">{person.name}</h1>
      <ButtonGroup>
        <Button href={personPath(person.id, 'edit')}>Edit what is said of them</Button>
        {objectionToActing(asker, person) === null && (
          <Button href={personPath(person.id, 'act')} classes="govuk-button--secondary">
            Act for them
          </Button>
        )}
      </ButtonGroup>
      <Facts person={person} />
      <PersonAddresses person={person} asker={asker} />
      <PersonOrganisations {...props} />
      <PersonSeats {...props} />
      <PersonRoles {...props} />
      <h2 class="govuk-heading-m">More that can be done</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={personPath(person.id, 'merge')}>
            Merge with another record
          </a>
          , if there are two of the same person
        </li>
        <li>
          <a class="govuk-link" href={personPath(person.id, 'erase')}>
            Erase the person
          </a>
          , if they ask for it
        </li>
      </ul>
      <h2 class="govuk-heading-m" id="history">
        History
      </h2>
      <Timeline entries={history.map((revision) => revisionEntry(revision, person.id))} />
    </>
  );
}

const notGiven = <span class="cn-quiet">Not given</span>;

function Facts({ person }: { readonly person: Person }) {
  const row = (key: string, value: string | null) => ({ key, value: value ?? notGiven });
  return (
    <SummaryList
      rows={[
        row('Preferred name', person.preferredName),
        row('Pronouns', person.pronouns),
        row('Job title or office', person.jobTitle),
        row('Phone', person.phone),
      ]}
    />
  );
}
