import {
  Button,
  ButtonGroup,
  field,
  FileUpload,
  HiddenFields,
  plural,
  ResponsiveTable,
  type Form,
} from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { manageVisitPath } from '../../visits/addresses.js';
import { travelPart } from '../addresses.js';
import { legName, momentWords } from '../in-words.js';
import { placeInWords, type LookedAt } from './take-bookings.js';

export interface SendListViewProps {
  readonly visit: Pick<Visit, 'id' | 'title'>;
  readonly form: Form;
  readonly back: string;
}

export function SendListView({ visit, form, back }: SendListViewProps) {
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">Bring in a list of bookings</h1>
      <p class="govuk-body">
        A CSV file with a row for each traveller and leg: <strong>name</strong> or <strong>email</strong>,{' '}
        <strong>leg</strong> (its title, such as BA 540) and, where you have them, <strong>day</strong>{' '}
        (2027-03-14), <strong>booking reference</strong> and <strong>seat</strong>. The legs have to be here
        already. Whoever is on a leg and not in the list stays on it; what a row leaves blank stays as it is.
      </p>
      <form
        method="post"
        action={manageVisitPath(visit.id, `${travelPart}/list`)}
        enctype="multipart/form-data"
        novalidate
      >
        <FileUpload {...field(form, 'file')} label="File" accept=".csv,text/csv" />
        <ButtonGroup>
          <Button preventDoubleClick>Look at the list</Button>
          <a class="govuk-link" href={back}>
            Cancel
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}

/** Only so many problems are told at once. */
const mostTold = 50;

export interface LookedAtViewProps {
  readonly visit: Pick<Visit, 'id' | 'title'>;
  readonly looked: LookedAt;
  /** The list itself, to be confirmed; `null`: it cannot be. */
  readonly text: string | null;
  readonly path: string;
}

export function LookedAtView({ visit, looked, text, path }: LookedAtViewProps) {
  const { rows, legs, problems, notes, about } = looked;
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">Look at the list</h1>
      {problems.length > 0 && (
        <>
          <p class="govuk-body">
            <strong>Nothing is written.</strong> Put right what is told here, then choose the file again.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {problems.slice(0, mostTold).map(({ line, column, message }) => (
              <li key={`${line} ${column}`}>
                {placeInWords(line, column)}
                <bdi>{message}</bdi>
              </li>
            ))}
          </ul>
          {problems.length > mostTold && (
            <p class="govuk-body">And {plural(problems.length - mostTold, 'more problem')}.</p>
          )}
        </>
      )}
      {notes.map(({ message }) => (
        <p key={message} class="govuk-body">
          {message}
        </p>
      ))}
      {problems.length === 0 && (
        <ResponsiveTable
          caption={`What the ${plural(rows, 'row')} of the list would change`}
          columns={[
            { key: 'leg', heading: 'Leg' },
            { key: 'when', heading: 'Departs' },
            { key: 'added', heading: 'Put on it' },
            { key: 'changed', heading: 'Reference or seat changed' },
            { key: 'then', heading: 'On it then' },
          ]}
          rows={legs.flatMap(({ legId, added, changed, places }) => {
            const leg = about.find(({ id }) => id === legId);
            return leg === undefined
              ? []
              : [
                  [
                    <bdi>{legName(leg)}</bdi>,
                    momentWords(leg.departs),
                    String(added),
                    String(changed),
                    String(places.length),
                  ],
                ];
          })}
        />
      )}
      {text !== null && (
        <form method="post" action={path} enctype="multipart/form-data">
          <HiddenFields values={{ text }} />
          <Button preventDoubleClick>Write the list</Button>
          <p class="govuk-body">All of it is written, or nothing.</p>
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={path}>
          Choose another file
        </a>
      </p>
    </>
  );
}
