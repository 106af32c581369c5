import { plural } from '#ui';
import { ruleNames } from '../../rota/index.js';
import { skillInWords } from '../../team/domain/skills.js';
import { rotaPlacePath, rotaShiftPath, shiftAnchor } from '../addresses.js';
import type { Place } from '../domain/draft.js';
import type { Board, BoardShift } from '../read-board.js';
import { initialsOf, shiftTimes } from '../shift-words.js';

interface CardProps {
  readonly shift: BoardShift;
  readonly board: Board;
}

/** What a shift still asks for, beside people: "2 people, 1 lead, Welsh". */
export function needWords({ cover, leads, skills }: Pick<BoardShift, 'cover' | 'leads' | 'skills'>): string {
  const parts = [
    cover === 1 ? '1 person' : `${cover} people`,
    ...(leads > 0 ? [leads === 1 ? '1 lead' : `${leads} leads`] : []),
    ...skills.map(skillInWords),
  ];
  return parts.join(', ');
}

/** More of a shift are told as a number: each leads to the same page. */
const mostGaps = 6;

/** A shift with who is on it, and a link for each place that nobody has. */
export function ShiftCard({ shift, board }: CardProps) {
  const { exhibition, brokenIn } = board;
  const path = rotaShiftPath(exhibition.id, shift.id);
  const ofShift = (brokenIn.get(shift.id) ?? []).filter(({ person }) => person === null);
  const { words } = shift;
  return (
    <li
      class={`cn-board__shift${shift.gaps > 0 ? ' cn-board__shift--short' : ''}`}
      id={shiftAnchor(shift.id)}
      data-shift={shift.id}
      data-shift-name={words}
      data-settled={shift.isSettled ? '' : undefined}
    >
      <h3 class="cn-board__time">
        <a class="govuk-link" href={path} data-board-key={`shift ${shift.id}`}>
          {shiftTimes(shift, exhibition.zone)}
        </a>
        {shift.label !== '' && <span class="cn-board__label">{shift.label}</span>}
      </h3>
      <p class="cn-board__need">
        {shift.isSettled ? 'Has begun' : `${shift.places.length} of ${needWords(shift)}`}
      </p>
      {ofShift.map(({ rule }, index) => (
        <p key={index} class="cn-board__rule">
          {ruleNames[rule]}
        </p>
      ))}
      <ul class="cn-board__people">
        {shift.places.map((place) => (
          <li key={place.member}>
            <Chip place={place} shift={shift} board={board} />
          </li>
        ))}
        {Array.from({ length: Math.min(shift.gaps, mostGaps) }, (_, index) => (
          <li key={index}>
            <a class="cn-gap" href={path} data-gap={shift.id} data-board-key={`gap ${shift.id} ${index}`}>
              Put somebody here<span class="govuk-visually-hidden">: {words}</span>
            </a>
          </li>
        ))}
        {shift.gaps > mostGaps && (
          <li class="cn-board__need">And {plural(shift.gaps - mostGaps, 'more gap')}</li>
        )}
      </ul>
    </li>
  );
}

function Chip({ place, shift, board }: CardProps & { readonly place: Place }) {
  const { exhibition, memberOf, brokenIn } = board;
  const member = memberOf.get(place.member);
  const name = member?.name ?? 'Somebody who has left';
  const broken = [
    ...new Set(
      (brokenIn.get(shift.id) ?? [])
        .filter(({ person }) => person === place.member)
        .map(({ rule }) => ruleNames[rule]),
    ),
  ];
  const marks = [
    ...(place.isLead ? ['Lead'] : []),
    ...(member?.experience === 'first-time' ? ['First time'] : []),
    ...(place.isPinned ? ['Pinned'] : []),
  ];
  return (
    <a
      class={`cn-chip${broken.length > 0 ? ' cn-chip--broken' : ''}${place.isLead ? ' cn-chip--lead' : ''}${place.isPinned ? ' cn-chip--pinned' : ''}`}
      href={rotaPlacePath(exhibition.id, shift.id, place.member)}
      data-chip={place.member}
      data-chip-shift={shift.id}
      data-chip-name={name}
      data-pinned={place.isPinned ? '' : undefined}
      data-board-key={`chip ${shift.id} ${place.member}`}
    >
      <span class="cn-chip__initials" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <bdi class="cn-chip__name">{name}</bdi>
      {marks.map((mark) => (
        <span key={mark} class="cn-chip__mark">
          {mark}
        </span>
      ))}
      {broken.map((rule) => (
        <span key={rule} class="cn-chip__rule">
          {rule}
        </span>
      ))}
      <span class="govuk-visually-hidden">, {shift.words}</span>
    </a>
  );
}
