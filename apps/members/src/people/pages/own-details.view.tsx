import { Button, ButtonGroup, ChangedMeanwhile, FormErrors, HiddenFields, SummaryList, type Form } from '#ui';
import { ownDetailsPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import { affiliationInWords, seatInWords, type Names } from '../domain/words.js';
import type { PersonRevisionRow } from '../person-revision.entity.js';
import { OwnFactsFields } from './facts-fields.js';
import { Lines } from './lines.js';
import { RevisionInWords } from './revision-entry.js';

export interface OwnDetailsProps {
  readonly person: Person;
  readonly names: Names;
  readonly shown: Form;
  /** What others changed while the page was open. */
  readonly since: readonly PersonRevisionRow[];
  /** The version that saving replaces. */
  readonly version: number;
}

export function OwnDetailsView({ person, names, shown, since, version }: OwnDetailsProps) {
  return (
    <>
      <FormErrors form={shown} />
      <ChangedMeanwhile
        what="record"
        names={[...new Set(since.map(({ actorName }) => actorName))]}
        changes={since.map((revision) => (
          <RevisionInWords revision={revision} />
        ))}
        reloadPath={ownDetailsPath}
      />
      <h1 class="govuk-heading-l">Your details</h1>
      <form method="post" action={ownDetailsPath} novalidate>
        <HiddenFields values={{ version: String(version) }} />
        <OwnFactsFields shown={shown} />
        <ButtonGroup>
          <Button preventDoubleClick>Save</Button>
          <a class="govuk-link" href="/members/account">
            Leave it as it is
          </a>
        </ButtonGroup>
      </form>
      <h2 class="govuk-heading-m">What the network’s staff look after</h2>
      <SummaryList
        rows={[
          { key: 'Email addresses', value: <Lines lines={person.emails.map(({ address }) => address)} /> },
          {
            key: 'Organisations',
            value: <Lines lines={person.affiliations.map((one) => affiliationInWords(one, names))} />,
          },
          { key: 'Boards', value: <Lines lines={person.seats.map((seat) => seatInWords(seat, names))} /> },
        ]}
      />
      <p class="govuk-body">If any of this is not right, tell the network’s staff.</p>
    </>
  );
}
