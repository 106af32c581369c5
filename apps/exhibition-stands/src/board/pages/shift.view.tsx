import { plural, ResponsiveTable, Tag } from '#ui';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import { whyNotWords } from '../../rota/index.js';
import { rotaPersonPath, rotaPlacePath, shiftsPath } from '../addresses.js';
import type { Candidate } from '../assess.js';
import type { Board, BoardShift } from '../read-board.js';
import { durationWords } from '../shift-words.js';
import { ActForm } from './act-form.js';
import { needWords } from './shift-card.js';

interface ShiftViewProps {
  readonly board: Board;
  readonly shift: BoardShift;
  readonly candidates: readonly Candidate[];
}

/** A shift: who is on it, who could be, and why the others cannot. */
export function ShiftView({ board, shift, candidates }: ShiftViewProps) {
  const { exhibition, memberOf, draft } = board;
  const ruledOut = new Set(
    draft.forbidden.filter((each) => each.shift === shift.id).map(({ member }) => member),
  );
  const able = candidates.filter(({ why }) => why.length === 0);
  const others = candidates.filter(({ why }) => why.length > 0);
  const name = (id: string) => memberOf.get(id)?.name ?? 'Somebody who has left';
  const common = {
    exhibitionId: exhibition.id,
    shift: shift.id,
    version: draft.version,
    back: 'shift',
  } as const;
  return (
    <>
      <p class="govuk-body">
        Needs {needWords(shift)}.{' '}
        {shift.gaps > 0 ? <strong>{plural(shift.gaps, 'gap')}.</strong> : 'It is covered.'}{' '}
        <a class="govuk-link" href={shiftsPath(exhibition.id, `${shift.id}/edit`)}>
          Change the shift
        </a>
        {shift.eventId !== undefined && (
          <>
            {' '}
            It is for the hosts of an event:{' '}
            <a class="govuk-link" href={manageExhibitionPath(exhibition.id, `events/${shift.eventId}`)}>
              {shift.label === '' ? 'look at the event' : shift.label}
            </a>
            .
          </>
        )}
      </p>
      <h2 class="govuk-heading-m">On this shift</h2>
      {shift.places.length === 0 ? (
        <p class="govuk-body">Nobody yet.</p>
      ) : (
        <ul class="govuk-list">
          {shift.places.map((place) => (
            <li key={place.member}>
              <a class="govuk-link" href={rotaPlacePath(exhibition.id, shift.id, place.member)}>
                <bdi>{name(place.member)}</bdi>
              </a>
              {place.isLead && ' (lead)'}
              {place.isPinned && ' (pinned)'}
            </li>
          ))}
        </ul>
      )}
      {shift.isSettled ? (
        <p class="govuk-body">The shift has begun, so its rota stays as it is.</p>
      ) : (
        <>
          <h2 class="govuk-heading-m">Who could be on it</h2>
          {able.length === 0 ? (
            <p class="govuk-body">
              Nobody can without breaking a rule. Below is what stands against each; you can put them there
              all the same, and the rule is marked on the board.
            </p>
          ) : (
            <ResponsiveTable
              caption="Those who can, who has least of what they wish first"
              captionClasses="govuk-visually-hidden"
              columns={[
                { key: 'name', heading: 'Name' },
                { key: 'has', heading: 'Has so far' },
                { key: 'about', heading: 'About them' },
                { key: 'put', heading: 'Put on' },
              ]}
              rows={able.map(({ member, minutes, isPreferred }) => [
                <a class="govuk-link" href={rotaPersonPath(exhibition.id, member)}>
                  {name(member)}
                </a>,
                hasWords(minutes, memberOf.get(member)?.wishedMinutes ?? null),
                <>
                  {isPreferred && <Tag colour="green">Prefers it</Tag>}{' '}
                  {memberOf.get(member)?.experience === 'first-time' && 'First time'}
                </>,
                <ActForm
                  {...common}
                  act="put"
                  member={member}
                  label={
                    <>
                      Put on<span class="govuk-visually-hidden"> {name(member)}</span>
                    </>
                  }
                />,
              ])}
            />
          )}
          {others.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Why not the others</h2>
              <ul class="cn-why">
                {others.map(({ member, why }) => (
                  <li key={member}>
                    <p class="govuk-body">
                      <a class="govuk-link" href={rotaPersonPath(exhibition.id, member)}>
                        {name(member)}
                      </a>{' '}
                      {why.map((rule) => whyNotWords[rule]).join('; ')}.
                    </p>
                    <ActForm
                      {...common}
                      act={ruledOut.has(member) ? 'allow' : 'put'}
                      member={member}
                      label={
                        <>
                          {ruledOut.has(member) ? 'Let them again' : 'Put on all the same'}
                          <span class="govuk-visually-hidden">: {name(member)}</span>
                        </>
                      }
                    />
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </>
  );
}

function hasWords(minutes: number, wished: number | null): string {
  const has = minutes === 0 ? 'Nothing yet' : durationWords(minutes);
  return wished === null ? has : `${has}, of ${durationWords(wished)} wished`;
}
