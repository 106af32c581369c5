import type { SheetFormat } from '#sheets';
import {
  BreakableEmail,
  Button,
  EmptyState,
  FilterForm,
  form,
  field,
  Input,
  listInWords,
  plural,
  ResponsiveTable,
  Select,
  Tag,
  Tags,
} from '#ui';
import { memberPath, teamPath } from '../addresses.js';
import { memberStatuses } from '../domain/member-status.js';
import { skillInWords } from '../domain/skills.js';
import { minutesOf } from '../domain/spans.js';
import { countsOf, isShown, teamQuery, twice, type TeamFilter } from '../domain/team-list.js';
import { hoursInWords } from '../slot-words.js';
import type { TeamMember } from '../team-of.js';
import { EnteredTwice } from './entered-twice.js';
import { StatusTag, statusWords } from './status-tag.js';

export interface TeamViewProps {
  readonly exhibitionId: string;
  /** Also those who have left. */
  readonly members: readonly TeamMember[];
  readonly filter: TeamFilter;
}

/** Everybody of a team, and what there is to do about them. */
export function TeamView({ exhibitionId, members, filter }: TeamViewProps) {
  const counts = countsOf(members);
  const shown = members.filter((member) => isShown(member, filter));
  const path = teamPath(exhibitionId);
  const doubles = twice(members);
  if (members.length === 0) {
    return (
      <EmptyState titleText="There is nobody in the team yet">
        <p class="govuk-body">
          Invite people who could help on the stand. Each has a link by mail and says when they can come; you
          see it here.
        </p>
        <Button href={teamPath(exhibitionId, 'invite')}>Invite people</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <p class="govuk-body">{inWords(counts)}</p>
      <div class="govuk-button-group">
        <Button href={teamPath(exhibitionId, 'invite')}>Invite people</Button>
        {counts.invited > 0 && (
          <form method="post" action={teamPath(exhibitionId, 'remind')}>
            <Button classes="govuk-button--secondary" preventDoubleClick>
              {counts.invited === 1
                ? 'Remind the one who has not answered'
                : `Remind the ${counts.invited} who have not answered`}
            </Button>
          </form>
        )}
      </div>
      <EnteredTwice exhibitionId={exhibitionId} people={doubles} />
      <Filters exhibitionId={exhibitionId} members={members} filter={filter} />
      {shown.length === 0 ? (
        <EmptyState titleText="Nobody in the team is like this">
          <p class="govuk-body">
            Try fewer words, or{' '}
            <a class="govuk-link" href={path}>
              look at the whole team
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <>
          <Exports exhibitionId={exhibitionId} filter={filter} />
          <Members
            exhibitionId={exhibitionId}
            members={shown}
            doubles={new Set(doubles.flat().map(({ id }) => id))}
          />
        </>
      )}
    </>
  );
}

function inWords({ invited, answered, declined }: ReturnType<typeof countsOf>): string {
  const all = invited + answered + declined;
  if (invited === all) return `${plural(all, 'person', 'people')} in the team. Nobody has answered yet.`;
  const parts = [
    `${answered} answered`,
    ...(invited > 0 ? [`${invited} ${invited === 1 ? 'has' : 'have'} not`] : []),
    ...(declined > 0 ? [`${declined} cannot come`] : []),
  ];
  return `${plural(all, 'person', 'people')} in the team: ${listInWords(parts)}.`;
}

function Filters({ exhibitionId, members, filter }: TeamViewProps) {
  const skills = [...new Set(members.flatMap((member) => member.skills))].toSorted();
  const path = teamPath(exhibitionId);
  const shown = form({ q: filter.words, status: filter.status ?? '', skill: filter.skill ?? '' });
  const isWhole = teamQuery(filter) === '';
  return (
    <FilterForm
      action={path}
      label="Team"
      show="Show these people"
      all={isWhole ? null : { text: 'Show the whole team', href: path }}
    >
      <Input {...field(shown, 'q')} label="Name, address or organisation" type="search" autocomplete="off" />
      <div class="cn-filters__fields">
        <Select
          {...field(shown, 'status')}
          label="Answer"
          items={[
            { value: '', text: 'Any, still in the team' },
            ...memberStatuses.map((status) => ({ value: status, text: statusWords[status] })),
          ]}
        />
        {skills.length > 0 && (
          <Select
            {...field(shown, 'skill')}
            label="Skill"
            items={[
              { value: '', text: 'Any' },
              ...skills.map((skill) => ({ value: skill, text: skillInWords(skill) })),
            ]}
          />
        )}
      </div>
    </FilterForm>
  );
}

function Exports({ exhibitionId, filter }: Pick<TeamViewProps, 'exhibitionId' | 'filter'>) {
  const file = (format: SheetFormat) => teamPath(exhibitionId, `export.${format}`) + teamQuery(filter);
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={file('csv')} download>
        Export these people as CSV
      </a>{' '}
      or{' '}
      <a class="govuk-link" href={file('xlsx')} download>
        <span class="govuk-visually-hidden">export these people </span>as a spreadsheet
      </a>
    </p>
  );
}

interface MembersProps {
  readonly exhibitionId: string;
  readonly members: readonly TeamMember[];
  /** Ids of those who are there twice. */
  readonly doubles: ReadonlySet<string>;
}

function Members({ exhibitionId, members, doubles }: MembersProps) {
  return (
    <ResponsiveTable
      caption={`${plural(members.length, 'person', 'people')}, by name`}
      captionClasses="govuk-table__caption--s"
      isWide
      columns={[
        { key: 'name', heading: 'Name' },
        { key: 'organisation', heading: 'Organisation' },
        { key: 'answer', heading: 'Answer' },
        { key: 'offered', heading: 'Offered' },
        { key: 'wished', heading: 'Wished' },
        { key: 'skills', heading: 'Skills' },
        { key: 'passes', heading: 'Passes' },
      ]}
      rows={members.map((member) => [
        <>
          <a class="govuk-link" href={memberPath(exhibitionId, member.id)}>
            <bdi>{member.name}</bdi>
          </a>
          {member.email !== null && (
            <>
              <br />
              <span class="cn-quiet">
                <BreakableEmail address={member.email} />
              </span>
            </>
          )}
        </>,
        member.organisationName === null ? '' : <bdi>{member.organisationName}</bdi>,
        <Tags>
          <StatusTag status={member.status} />
          {doubles.has(member.id) && <Tag colour="orange">Here twice</Tag>}
        </Tags>,
        offeredInWords(member),
        member.wishedMinutes === null ? '' : hoursInWords(member.wishedMinutes),
        [
          ...(member.experience === 'first-time' && member.status === 'answered' ? ['First time'] : []),
          ...member.skills.map(skillInWords),
        ].join(', '),
        member.passDays === null
          ? 'Not needed'
          : member.passDays.length === 0
            ? 'None'
            : plural(member.passDays.length, 'day'),
      ])}
    />
  );
}

/** How long somebody can be on the stand in all, in minutes. */
export const offeredMinutes = ({ available }: Pick<TeamMember, 'available'>): number =>
  available.reduce((sum, span) => sum + minutesOf(span), 0);

const offeredInWords = (member: TeamMember): string =>
  member.status === 'answered' ? hoursInWords(offeredMinutes(member)) : '';
