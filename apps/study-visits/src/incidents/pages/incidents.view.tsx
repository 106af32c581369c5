import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import {
  Button,
  dateInWords,
  EmptyState,
  listInWords,
  momentInWords,
  plural,
  ResponsiveTable,
  Tag,
} from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { incidentsPath } from '../addresses.js';
import type { IncidentReaderRow } from '../incident.entities.js';
import type { ListedIncident } from '../read-incidents.js';

export interface IncidentsViewProps {
  readonly visit: Visit;
  readonly readers: readonly IncidentReaderRow[];
  readonly keepYears: number;
  /** `null`: whoever looks is not named. */
  readonly incidents: readonly ListedIncident[] | null;
  readonly isAdministrator: boolean;
}

/** Who may read what happened, and for them what there is; for all others the way to record something. */
export function IncidentsView(props: IncidentsViewProps) {
  const { visit, readers, keepYears, incidents, isAdministrator } = props;
  return (
    <VisitFrame visit={visit} heading="Incidents" current="incidents">
      <p class="govuk-body">
        What happens on a visit that has to be followed up (somebody is hurt or ill, a complaint, a loss) is
        recorded here, apart from everything else and sealed.{' '}
        {readers.length === 0 ? (
          <strong>Nobody is named yet who may read it.</strong>
        ) : (
          <>
            Only <bdi>{listInWords(readers.map(({ personName }) => personName))}</bdi>{' '}
            {readers.length === 1 ? 'reads' : 'read'} it, and each look is noted.
          </>
        )}{' '}
        It is erased {plural(keepYears, 'year')} after the visit.
      </p>
      {readers.length > 0 && <Button href={incidentsPath(visit.id, 'new')}>Record an incident</Button>}
      {isAdministrator ? (
        <p class="govuk-body">
          <a class="govuk-link" href={incidentsPath(visit.id, 'readers')}>
            Say who may read it, and for how long it is kept
          </a>
        </p>
      ) : (
        readers.length === 0 && (
          <p class="govuk-body">An administrator names people. Until then nothing can be recorded.</p>
        )
      )}
      {incidents !== null && <Incidents visit={visit} incidents={incidents} />}
    </VisitFrame>
  );
}

interface IncidentsProps {
  readonly visit: Visit;
  readonly incidents: readonly ListedIncident[];
}

function Incidents({ visit, incidents }: IncidentsProps) {
  if (incidents.length === 0) {
    return (
      <EmptyState titleText="No incidents">
        <p class="govuk-body">What is recorded stands here, the latest first.</p>
      </EmptyState>
    );
  }
  return (
    <ResponsiveTable
      caption="Incidents, the latest first"
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'number', heading: 'Incident' },
        { key: 'at', heading: 'Recorded' },
        { key: 'by', heading: 'By' },
        { key: 'due', heading: 'Next to be done by' },
        { key: 'state', heading: 'State' },
      ]}
      rows={incidents.map(({ id, number, recordedAt, recordedBy, nextDue, closedAt }) => [
        <a class="govuk-link" href={incidentsPath(visit.id, id)}>
          Read incident {number}
        </a>,
        momentInWords(recordedAt, homeZone),
        <bdi>{recordedBy}</bdi>,
        nextDue === null ? 'Nothing is to be done' : dateInWords(Temporal.PlainDate.from(nextDue)),
        closedAt === null ? <Tag colour="orange">Open</Tag> : <Tag colour="grey">Closed</Tag>,
      ])}
    />
  );
}
