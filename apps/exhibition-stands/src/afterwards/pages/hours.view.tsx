import {
  Button,
  EmptyState,
  ExportLinks,
  exportOf,
  numberInWords,
  ResponsiveTable,
  type Sort,
  sortParameter,
  Tag,
  type TagColour,
} from '#ui';
import { shiftInWords } from '../../published/pages/shift-words.js';
import type { ToldAssignment } from '../../published/read-current.js';
import { hoursInWords } from '../../team/slot-words.js';
import type { TeamMemberRow } from '../../team/team-member.entity.js';
import { afterwardsPath } from '../addresses.js';
import type { OrganisationHours, PersonHours, Turnout } from '../domain/hours.js';
import type { StandHours } from '../hours/read-hours.js';
import type { OrganisationKey, PersonKey } from '../hours/sort-hours.js';
import { hoursRule, turnoutWords } from '../in-words.js';
import { AfterwardsFrame } from './afterwards-frame.js';
import { noOrganisation } from './organisation-plot.js';

function NobodyYet() {
  return (
    <EmptyState titleText="Nobody has stood yet">
      <p class="govuk-body">Hours are counted here once shifts of the published rota have ended.</p>
    </EmptyState>
  );
}

export interface PeopleHoursProps {
  readonly hours: StandHours;
  /** In order. */
  readonly people: readonly PersonHours[];
  readonly sort: Sort<PersonKey>;
}

/** Who stood how long. */
export function PeopleHoursView({ hours: { exhibition, minutes }, people, sort }: PeopleHoursProps) {
  const path = afterwardsPath(exhibition.id, 'hours');
  return (
    <AfterwardsFrame exhibition={exhibition} heading="Hours of people" part="hours">
      <p class="govuk-body">{hoursRule}</p>
      {people.length === 0 ? (
        <NobodyYet />
      ) : (
        <>
          <ResponsiveTable
            caption={`Hours of people: ${hoursInWords(minutes)} in all`}
            sort={sort}
            sortHref={(next) => `${path}?sort=${sortParameter(next)}`}
            columns={[
              { key: 'name', heading: 'Name', sortable: true },
              { key: 'organisation', heading: 'Organisation', sortable: true },
              { key: 'hours', heading: 'Hours stood', format: 'numeric', sortable: true },
              { key: 'shifts', heading: 'Shifts', format: 'numeric', sortable: true },
              { key: 'missed', heading: 'Missed', sortable: true },
            ]}
            rows={people.map(({ helper, organisationName, minutes: own, shifts, noShows, dropOuts }) => [
              <a class="govuk-link" href={afterwardsPath(exhibition.id, `hours/${helper.id}`)}>
                <bdi>{helper.name}</bdi>
              </a>,
              organisationName === null ? (
                <span class="cn-quiet">{noOrganisation}</span>
              ) : (
                <bdi>{organisationName}</bdi>
              ),
              hoursInWords(own),
              numberInWords(shifts),
              missedInWords(noShows, dropOuts),
            ])}
          />
          <ExportLinks what="these hours" file={exportOf(`${path}?sort=${sortParameter(sort)}`)} />
        </>
      )}
    </AfterwardsFrame>
  );
}

const missedInWords = (noShows: number, dropOuts: number): string =>
  [
    ...(noShows > 0 ? [`${numberInWords(noShows)} not come`] : []),
    ...(dropOuts > 0 ? [`${numberInWords(dropOuts)} dropped out`] : []),
  ].join(', ') || 'None';

export interface OrganisationHoursProps {
  readonly hours: StandHours;
  /** In order. */
  readonly organisations: readonly OrganisationHours[];
  readonly sort: Sort<OrganisationKey>;
}

/** How long the people of each organisation stood. */
export function OrganisationHoursView({ hours, organisations, sort }: OrganisationHoursProps) {
  const { exhibition, minutes } = hours;
  const path = afterwardsPath(exhibition.id, 'organisations');
  return (
    <AfterwardsFrame exhibition={exhibition} heading="Hours of organisations" part="organisations">
      <p class="govuk-body">{hoursRule}</p>
      {organisations.length === 0 ? (
        <NobodyYet />
      ) : (
        <>
          <ResponsiveTable
            caption={`Hours of organisations: ${hoursInWords(minutes)} in all`}
            sort={sort}
            sortHref={(next) => `${path}?sort=${sortParameter(next)}`}
            columns={[
              { key: 'organisation', heading: 'Organisation', sortable: true },
              { key: 'people', heading: 'People', format: 'numeric', sortable: true },
              { key: 'hours', heading: 'Hours stood', format: 'numeric', sortable: true },
              { key: 'shifts', heading: 'Shifts', format: 'numeric', sortable: true },
            ]}
            rows={organisations.map(({ name, people, minutes: own, shifts }) => [
              <bdi>{name ?? noOrganisation}</bdi>,
              numberInWords(people),
              hoursInWords(own),
              numberInWords(shifts),
            ])}
          />
          <ExportLinks what="these hours" file={exportOf(`${path}?sort=${sortParameter(sort)}`)} />
        </>
      )}
    </AfterwardsFrame>
  );
}

const colours: Readonly<Record<Turnout, TagColour>> = {
  stood: 'green',
  'no-show': 'red',
  'dropped-out': 'yellow',
  'to-come': 'grey',
};

export interface PersonHoursProps {
  readonly hours: StandHours;
  readonly member: TeamMemberRow;
}

/** What somebody's hours are counted of. */
export function PersonHoursView({ hours, member }: PersonHoursProps) {
  const { exhibition, assignments, turnouts, people } = hours;
  const own = assignments.filter(({ memberId }) => memberId === member.id);
  const minutes = people.find(({ helper }) => helper.id === member.id)?.minutes ?? 0;
  return (
    <AfterwardsFrame exhibition={exhibition} heading="Hours of one person" part="hours">
      <p class="govuk-body">
        <bdi>
          <strong>{member.name}</strong>
        </bdi>{' '}
        stood {hoursInWords(minutes)}.
      </p>
      <p class="govuk-body">{hoursRule}</p>
      {own.length === 0 ? (
        <p class="govuk-body">They had no shifts.</p>
      ) : (
        <ResponsiveTable
          caption="Shifts"
          columns={[
            { key: 'shift', heading: 'Shift' },
            { key: 'came', heading: 'What came of it' },
            { key: 'right', heading: 'Set it right' },
          ]}
          rows={own.map((one) => {
            const turnout = turnouts.get(one.id) ?? 'to-come';
            return [
              shiftInWords(one.terms, exhibition.zone),
              <Tag colour={colours[turnout]}>{turnoutWords[turnout]}</Tag>,
              <SetRight
                one={one}
                when={shiftInWords(one.terms, exhibition.zone)}
                turnout={turnout}
                path={afterwardsPath(exhibition.id, `hours/${member.id}`)}
              />,
            ];
          })}
        />
      )}
    </AfterwardsFrame>
  );
}

interface SetRightProps {
  readonly one: ToldAssignment;
  readonly turnout: Turnout;
  /** Tells the buttons of several shifts apart. */
  readonly when: string;
  readonly path: string;
}

/** One press for whoever was there and did not say so, or the other way round. */
function SetRight({ one, turnout, when, path }: SetRightProps) {
  if (turnout !== 'stood' && turnout !== 'no-show') return <span class="cn-quiet">Nothing to set right</span>;
  const act = turnout === 'stood' ? (one.status === 'checked-in' ? 'undo' : 'no-show') : 'check-in';
  const verb = {
    undo: 'Take the check-in back',
    'no-show': 'They did not come',
    'check-in': 'They were there',
  }[act];
  return (
    <form method="post" action={path}>
      <input type="hidden" name="assignment" value={one.id} />
      <input type="hidden" name="act" value={act} />
      <Button classes="govuk-button--secondary cn-flush" preventDoubleClick>
        {verb}
        <span class="govuk-visually-hidden">: {when}</span>
      </Button>
    </form>
  );
}
