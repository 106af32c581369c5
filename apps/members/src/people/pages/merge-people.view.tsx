import { Button, ButtonGroup, FormErrors, HiddenFields, ResponsiveTable, WarningText, type Form } from '#ui';
import { personPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import type { Objection } from '../domain/who-may.js';
import { Lines } from './lines.js';
import { affiliationInWords, emailInWords, grantInWords, seatInWords, type Names } from '../domain/words.js';

export interface MergePeopleProps {
  /** The record that goes on. */
  readonly kept: Person;
  readonly gone: Person;
  /** What the kept record would be; `null` where the two cannot be merged. */
  readonly result: Person | null;
  readonly objection: Objection;
  readonly names: Names;
  readonly action: string;
  /** The same page with the other record as the one that goes on. */
  readonly otherWayPath: string;
  readonly shown: Form;
}

export function MergePeopleView(props: MergePeopleProps) {
  const { kept, gone, result, objection, names, shown } = props;
  return (
    <>
      <FormErrors form={shown} />
      <h1 class="govuk-heading-l">Merge these two records?</h1>
      <p class="govuk-body">
        The record of <strong>{kept.name}</strong> goes on. Where the two say different things, it keeps what
        it says.{' '}
        <a class="govuk-link" href={props.otherWayPath}>
          Let the other record go on instead
        </a>
      </p>
      <ResponsiveTable
        isWide
        caption={result === null ? 'The two records' : 'The two records, and the one that they become'}
        captionClasses="govuk-table__caption--m"
        columns={[
          { key: 'what', heading: 'What' },
          { key: 'kept', heading: 'Goes on' },
          { key: 'gone', heading: 'Becomes part of it' },
          ...(result === null ? [] : [{ key: 'result', heading: 'Afterwards' }]),
        ]}
        rows={rows([kept, gone, ...(result === null ? [] : [result])], names)}
      />
      {objection === null ? <Confirm {...props} /> : <p class="govuk-body">{objection}</p>}
    </>
  );
}

function Confirm({ kept, gone, action }: MergePeopleProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What will happen</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>Every address, organisation and seat of either is in the record that goes on.</li>
        <li>
          The other record leads here from now on; what it said of the person stays in it, and its history is
          shown with this one’s.
        </li>
        <li>
          {gone.name} is signed out everywhere, and API tokens made with the record that goes end. All the
          addresses sign in to the record that goes on.
        </li>
        <li>The calendar and the other parts of the site follow.</li>
      </ul>
      <WarningText>A merge cannot be undone. Make sure that they are one and the same person.</WarningText>
      <form method="post" action={action}>
        <HiddenFields values={{ keptVersion: String(kept.version), goneVersion: String(gone.version) }} />
        <ButtonGroup>
          <Button classes="govuk-button--warning" preventDoubleClick>
            Merge the two records
          </Button>
          <a class="govuk-link" href={personPath(kept.id)}>
            Leave both as they are
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}

function rows(people: readonly Person[], names: Names) {
  const row = (heading: string, tell: (person: Person) => readonly (string | null)[]) => {
    const cells = people.map((person) => tell(person).filter((text) => text !== null));
    return cells.every((lines) => lines.length === 0)
      ? null
      : [heading, ...cells.map((lines) => <Lines lines={lines} />)];
  };
  return [
    row('Name', ({ name }) => [name]),
    row('Preferred name', ({ preferredName }) => [preferredName]),
    row('Pronouns', ({ pronouns }) => [pronouns]),
    row('Job title or office', ({ jobTitle }) => [jobTitle]),
    row('Phone', ({ phone }) => [phone]),
    row('Email addresses', ({ emails }) => emails.map(emailInWords)),
    row('Organisations', ({ affiliations }) => affiliations.map((one) => affiliationInWords(one, names))),
    row('Boards', ({ seats }) => seats.map((seat) => seatInWords(seat, names))),
    row('Roles', ({ grants }) => grants.map(grantInWords)),
  ];
}
