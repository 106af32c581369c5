import { listInWords, plural, ResponsiveTable } from '#ui';
import { afterwardsPath } from '../../afterwards/addresses.js';
import { minutesOf } from '../../afterwards/domain/hours.js';
import { turnoutWords } from '../../afterwards/in-words.js';
import { boardPath, rotaPersonPath, rotaPlacePath, rotaShiftPath } from '../../board/addresses.js';
import { coverPath, todayPath } from '../../day/addresses.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import type { ChangedPart, ShiftTerms } from '../../published/domain/rota-diff.js';
import { shiftInWords } from '../../published/pages/shift-words.js';
import type { MemberRota, MemberShift } from '../../published/read-member-rota.js';
import { hoursInWords } from '../slot-words.js';
import type { TeamMember } from '../team-of.js';

export interface MemberShiftsProps {
  readonly exhibition: Exhibition;
  readonly member: Pick<TeamMember, 'id' | 'status' | 'wishedMinutes'>;
  readonly rota: MemberRota;
}

/** The shifts of somebody of the team as staff see them: those that are published, and what the draft would change. */
export function MemberShifts({ exhibition, member, rota }: MemberShiftsProps) {
  const { shifts } = rota;
  return (
    <section aria-labelledby="shifts">
      <h2 class="govuk-heading-l" id="shifts">
        Shifts
      </h2>
      <p class="govuk-body">{inWords(member, rota)}</p>
      {shifts.length > 0 && <Told exhibition={exhibition} shifts={shifts} />}
      <InDraft exhibition={exhibition} member={member} rota={rota} />
      <p class="govuk-body">
        {member.status === 'left' ? (
          <a class="govuk-link" href={boardPath(exhibition.id)}>
            The board
          </a>
        ) : (
          <a class="govuk-link" href={rotaPersonPath(exhibition.id, member.id)}>
            Their rota on the board
          </a>
        )}
        , or{' '}
        <a class="govuk-link" href={todayPath(exhibition.id)}>
          Stand now
        </a>
        {rota.minutesStood > 0 && (
          <>
            , or{' '}
            <a class="govuk-link" href={afterwardsPath(exhibition.id, `hours/${member.id}`)}>
              their hours
            </a>
          </>
        )}
      </p>
    </section>
  );
}

function inWords({ wishedMinutes }: MemberShiftsProps['member'], rota: MemberRota): string {
  const { shifts, minutes, minutesStood, isPublished } = rota;
  if (!isPublished && shifts.length === 0) return 'No rota is published yet.';
  const has = shifts.filter(({ turnout }) => turnout === 'stood' || turnout === 'to-come').length;
  const wished = wishedMinutes === null ? '' : ` They wished for ${hoursInWords(wishedMinutes)}.`;
  if (minutes === 0) return `They have no shift in the published rota.${wished}`;
  const stood = minutesStood === 0 ? '' : `, of which they have stood ${hoursInWords(minutesStood)}`;
  return `${plural(has, 'shift')}, ${hoursInWords(minutes)} in all${stood}.${wished}`;
}

interface ToldProps {
  readonly exhibition: Exhibition;
  readonly shifts: readonly MemberShift[];
}

function Told({ exhibition: { id, zone }, shifts }: ToldProps) {
  return (
    <ResponsiveTable
      caption="As published, with what has happened since"
      captionClasses="govuk-table__caption--s"
      isBrief
      columns={[
        { key: 'shift', heading: 'Shift' },
        { key: 'length', heading: 'Length' },
        { key: 'state', heading: 'What came of it' },
        { key: 'board', heading: 'On the board' },
      ]}
      rows={shifts.map(({ told, turnout, isThere }) => {
        const words = `${shiftInWords(told.terms, zone)}${told.terms.isLead ? ', leads' : ''}`;
        return [
          isThere ? (
            <a class="govuk-link" href={coverPath(id, told.shiftId)}>
              {words}
            </a>
          ) : (
            `${words}, a shift that is removed`
          ),
          hoursInWords(minutesOf(told.terms)),
          turnout === 'to-come' && told.status === 'checked-in' ? 'There now' : turnoutWords[turnout],
          isThere ? (
            <a class="govuk-link" href={rotaShiftPath(id, told.shiftId)}>
              On the board<span class="govuk-visually-hidden">: {words}</span>
            </a>
          ) : undefined,
        ];
      })}
    />
  );
}

const changedWords: Readonly<Record<ChangedPart, string>> = {
  time: 'another time',
  place: 'another place',
  lead: 'leading it or not',
  label: 'another name',
};

/** What publishing the draft would change for them; nothing where it changes nothing. */
function InDraft({ exhibition: { id, zone }, member, rota: { draft, isPublished } }: MemberShiftsProps) {
  const { assigned, changed, unassigned } = draft;
  if (assigned.length + changed.length + unassigned.length === 0) return null;
  const shiftLink = (shiftId: string, terms: ShiftTerms, isTheirs: boolean) => (
    <a
      class="govuk-link"
      href={isTheirs ? rotaPlacePath(id, shiftId, member.id) : rotaShiftPath(id, shiftId)}
    >
      {shiftInWords(terms, zone)}
    </a>
  );
  return (
    <>
      <h3 class="govuk-heading-m">In the draft, not published yet</h3>
      <ul class="govuk-list govuk-list--bullet">
        {unassigned.map(({ shiftId, terms }) => (
          <li key={shiftId}>No longer {shiftLink(shiftId, terms, false)}</li>
        ))}
        {changed.map(({ before: { shiftId }, terms, what }) => (
          <li key={shiftId}>
            Changed ({listInWords(what.map((part) => changedWords[part]))}): {shiftLink(shiftId, terms, true)}
          </li>
        ))}
        {assigned.map(({ wanted: { shiftId, terms } }) => (
          <li key={shiftId}>
            {isPublished && 'New: '}
            {shiftLink(shiftId, terms, true)}
            {terms.isLead && ' (lead)'}
          </li>
        ))}
      </ul>
    </>
  );
}
