import { plural, ResponsiveTable } from '#ui';
import { ruleNames, type PersonReason } from '../../rota/index.js';
import { skillInWords } from '../../team/domain/skills.js';
import type { TeamMember } from '../../team/team-of.js';
import { rotaPersonPath, rotaPlacePath, rotaShiftPath } from '../addresses.js';
import type { Board } from '../read-board.js';
import { personWords } from '../reason-words.js';
import { durationWords } from '../shift-words.js';
import { namesOf } from './names.js';

/** Minutes that one of the team has in the draft. */
const minutesOf = ({ rows }: Board, member: string): number =>
  rows
    .filter(({ places }) => places.some((place) => place.member === member))
    .reduce((sum, { start, end }) => sum + (end.epochMilliseconds - start.epochMilliseconds) / 60_000, 0);

/** Everybody with what they have. */
export function PeopleView({ board }: { readonly board: Board }) {
  const { exhibition, members, rows, violations } = board;
  if (members.length === 0) return <p class="govuk-body">Nobody is on the team yet.</p>;
  return (
    <ResponsiveTable
      caption="Who has how much"
      captionClasses="govuk-visually-hidden"
      columns={[
        { key: 'name', heading: 'Name' },
        { key: 'shifts', heading: 'Shifts', format: 'numeric' },
        { key: 'time', heading: 'Time' },
        { key: 'wish', heading: 'Wished' },
        { key: 'rules', heading: 'Rules broken' },
      ]}
      rows={members.map((member) => [
        <a class="govuk-link" href={rotaPersonPath(exhibition.id, member.id)}>
          {member.name}
        </a>,
        String(rows.filter(({ places }) => places.some((place) => place.member === member.id)).length),
        durationWords(minutesOf(board, member.id)),
        member.wishedMinutes === null ? 'A fair share' : durationWords(member.wishedMinutes),
        [
          ...new Set(
            violations.filter(({ person }) => person === member.id).map(({ rule }) => ruleNames[rule]),
          ),
        ].join(', '),
      ])}
    />
  );
}

interface PersonViewProps {
  readonly board: Board;
  readonly member: TeamMember;
  readonly reason: PersonReason | undefined;
}

/** One of the team: what they have, why, and where they could be. */
export function PersonView({ board, member, reason }: PersonViewProps) {
  const { exhibition, rows, violations, draft } = board;
  const own = rows.filter(({ places }) => places.some((place) => place.member === member.id));
  const broken = violations.filter(({ person }) => person === member.id);
  const ruledOut = draft.forbidden.filter((each) => each.member === member.id).map(({ shift }) => shift);
  const words = namesOf(board).shift;
  return (
    <>
      <p class="govuk-body">
        {member.experience === 'experienced' ? 'Has been on a stand before' : 'There for the first time'}
        {member.skills.length > 0 && `: ${member.skills.map(skillInWords).join(', ')}`}.{' '}
        {member.status === 'invited' && 'They have not said yet when they can.'}
        {member.status === 'declined' && 'They cannot come.'}
      </p>
      {broken.map(({ rule, slots }, index) => (
        <p key={index} class="govuk-body cn-board__rule">
          {ruleNames[rule]}
          {slots.length > 0 && `: ${slots.map(words).join('; ')}`}
        </p>
      ))}
      <h2 class="govuk-heading-m">Their shifts</h2>
      {own.length === 0 ? (
        <p class="govuk-body">None yet.</p>
      ) : (
        <ul class="govuk-list">
          {own.map((row) => {
            const place = row.places.find((each) => each.member === member.id);
            return (
              <li key={row.id}>
                <a class="govuk-link" href={rotaPlacePath(exhibition.id, row.id, member.id)}>
                  {words(row.id)}
                </a>
                {place?.isLead && ' (lead)'}
                {place?.isPinned && ' (pinned)'}
              </li>
            );
          })}
        </ul>
      )}
      {reason && (
        <>
          <h2 class="govuk-heading-m">Why they have what they have</h2>
          <ul class="govuk-list govuk-list--bullet">
            {personWords(reason).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {ruledOut.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Ruled out by staff for {plural(ruledOut.length, 'shift')}</h2>
          <ul class="govuk-list">
            {ruledOut.map((shift) => (
              <li key={shift}>
                <a class="govuk-link" href={rotaShiftPath(exhibition.id, shift)}>
                  {words(shift)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
