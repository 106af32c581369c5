import { Select } from '#ui';
import { ruleNames, whyNotWords } from '../../rota/index.js';
import { rotaPersonPath } from '../addresses.js';
import type { Candidate } from '../assess.js';
import type { Place } from '../domain/draft.js';
import type { Board, BoardShift } from '../read-board.js';
import { ActForm } from './act-form.js';

interface PlaceViewProps {
  readonly board: Board;
  readonly shift: BoardShift;
  readonly place: Place;
  /** Who could be there instead. */
  readonly candidates: readonly Candidate[];
}

/** Somebody in a shift, and all that can be done with that. */
export function PlaceView({ board, shift, place, candidates }: PlaceViewProps) {
  const { exhibition, memberOf, brokenIn, draft } = board;
  const member = memberOf.get(place.member);
  const name = member?.name ?? 'Somebody who has left';
  const broken = (brokenIn.get(shift.id) ?? []).filter(({ person }) => person === place.member);
  const common = {
    exhibitionId: exhibition.id,
    shift: shift.id,
    member: place.member,
    version: draft.version,
  } as const;
  const marks = [
    place.isLead ? 'Leads this shift.' : null,
    place.isPinned ? 'Pinned: no fill moves them.' : null,
    member?.experience === 'first-time' ? 'Here for the first time.' : null,
  ].filter((mark) => mark !== null);
  return (
    <>
      {marks.length > 0 && <p class="govuk-body">{marks.join(' ')}</p>}
      {broken.map(({ rule }, index) => (
        <p key={index} class="govuk-body cn-board__rule">
          {ruleNames[rule]}
        </p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={rotaPersonPath(exhibition.id, place.member)}>
          All shifts of {name}, and when they can
        </a>
      </p>
      {shift.isSettled ? (
        <p class="govuk-body">The shift has begun, so its rota stays as it is.</p>
      ) : (
        <div class="cn-acts">
          <ActForm {...common} act="take" label="Take them off" isWarning />
          <ActForm
            {...common}
            act={place.isPinned ? 'unpin' : 'pin'}
            label={place.isPinned ? 'Unpin: let a fill move them' : 'Pin: no fill moves them'}
          />
          {!place.isLead && <ActForm {...common} act="lead" label="Make them the lead" />}
          <ActForm {...common} act="forbid" label="Rule them out for this shift" />
          <Swap {...{ board, shift, place, candidates }} />
          <Move {...{ board, shift, place }} />
        </div>
      )}
    </>
  );
}

function Swap({ board, shift, place, candidates }: PlaceViewProps) {
  const { exhibition, memberOf, draft, rows } = board;
  const nameOf = (id: string) => memberOf.get(id)?.name ?? 'somebody who has left';
  const others = rows.filter((row) => row.id !== shift.id && !row.isSettled);
  return (
    <ActForm
      exhibitionId={exhibition.id}
      shift={shift.id}
      member={place.member}
      version={draft.version}
      act="swap"
      label="Swap"
    >
      <Select
        id="with"
        name="with"
        label="Swap with, or put in their place"
        items={[
          ...candidates.map(({ member, why }) => ({
            value: `${shift.id}/${member}`,
            text: `${nameOf(member)} instead${why.length === 0 ? '' : `: ${why.map((rule) => whyNotWords[rule]).join('; ')}`}`,
          })),
          ...others.flatMap((row) =>
            row.places
              .filter(({ member }) => member !== place.member)
              .map(({ member }) => ({
                value: `${row.id}/${member}`,
                text: `${nameOf(member)}, ${row.words}`,
              })),
          ),
        ]}
      />
    </ActForm>
  );
}

function Move({ board, shift, place }: Omit<PlaceViewProps, 'candidates'>) {
  const { exhibition, draft, rows } = board;
  const targets = rows.filter(
    (row) =>
      row.id !== shift.id && !row.isSettled && !row.places.some(({ member }) => member === place.member),
  );
  if (targets.length === 0) return null;
  return (
    <ActForm
      exhibitionId={exhibition.id}
      shift={shift.id}
      member={place.member}
      version={draft.version}
      act="move"
      label="Move"
    >
      <Select
        id="to"
        name="to"
        label="Move to another shift"
        items={targets.map((row) => ({
          value: row.id,
          text: `${row.words}${row.gaps > 0 ? `: ${row.gaps} more needed` : ''}`,
        }))}
      />
    </ActForm>
  );
}
