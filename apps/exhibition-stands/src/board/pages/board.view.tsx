import { Button, ButtonGroup, EmptyState, HiddenFields, InsetText, plural } from '#ui';
import { ruleNames, type RotaViolation } from '../../rota/index.js';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import { boardPath, rotaPath, rotaPersonPath, rotaShiftPath, shiftAnchor, shiftsPath } from '../addresses.js';
import { filtered, filterQuery, type BoardFilter } from '../board-filter.js';
import type { Board, BoardShift } from '../read-board.js';
import { dayWords } from '../shift-words.js';
import { stepInWords } from '../step-words.js';
import { BoardFilters } from './board-filters.js';
import { isOpen } from './fill-progress.js';
import { namesOf } from './names.js';
import { ShiftCard } from './shift-card.js';

export interface BoardViewProps {
  readonly board: Board;
  readonly filter: BoardFilter;
  /** Why what was asked for was not done. */
  readonly refused?: string;
}

/** The board: what needs doing first, then the days with their shifts and who is on them. */
export function BoardView({ board, filter, refused }: BoardViewProps) {
  const { exhibition, rows, members } = board;
  if (rows.length === 0) return <NoShifts exhibitionId={exhibition.id} />;
  const shown = filtered(board, filter);
  const days = Map.groupBy(shown, ({ day }) => day);
  return (
    <>
      {refused !== undefined && (
        <div class="cn-board__refused" role="alert" tabindex={-1} data-board-refused>
          <InsetText>{refused}</InsetText>
        </div>
      )}
      <BoardState board={board} />
      <FillState board={board} />
      <Actions board={board} filter={filter} />
      {members.length === 0 && (
        <p class="govuk-body">
          Nobody is on the team yet, so nobody can be put on a shift.{' '}
          <a class="govuk-link" href={manageExhibitionPath(exhibition.id, 'team')}>
            Invite people
          </a>
        </p>
      )}
      <ToDoFirst board={board} />
      <BoardFilters board={board} filter={filter} />
      <p class="govuk-body cn-quiet cn-no-print" data-board-help hidden>
        Drag people from shift to shift, or onto somebody to swap. With the keyboard: the arrow keys go from
        one place to the next. Press M to pick somebody up, the arrow keys to choose a shift and Enter to put
        them there, Escape to leave it. Delete takes them off, P pins or unpins them, Enter opens their page.
      </p>
      {shown.length === 0 && <p class="govuk-body">No shift is like that. Show all to see the others.</p>}
      {[...days].map(([day, shifts]) => (
        <Day key={day} day={day} shifts={shifts} board={board} />
      ))}
    </>
  );
}

function NoShifts({ exhibitionId }: { readonly exhibitionId: string }) {
  return (
    <EmptyState titleText="There are no shifts yet">
      <p class="govuk-body">
        Who is on the stand when will be here. Begin with the shifts: say how long they are and how many
        people each needs.
      </p>
      <Button href={shiftsPath(exhibitionId, 'pattern')}>Make the shifts</Button>
    </EmptyState>
  );
}

function BoardState({ board }: { readonly board: Board }) {
  const { rows, gaps, violations, told, exhibition } = board;
  const open = gaps.reduce((sum, { places }) => sum + places, 0);
  const needed = rows.filter(({ isSettled }) => !isSettled).reduce((sum, { cover }) => sum + cover, 0);
  return (
    <p class="govuk-body-l" data-board-state>
      {open === 0
        ? `All ${plural(needed, 'place')} are covered`
        : `${plural(open, 'gap')} of ${plural(needed, 'place')}`}
      , {violations.length === 0 ? 'no rule is broken' : plural(violations.length, 'broken rule')}.{' '}
      {told.places === null ? (
        'Nobody has been told yet.'
      ) : (
        <a class="govuk-link" href={rotaPath(exhibition.id, 'compare')}>
          Compare with what people were told
        </a>
      )}
    </p>
  );
}

/** That a search goes on, or that what one found waits to be taken. */
function FillState({ board: { exhibition, lastFill, lastOutcome } }: { readonly board: Board }) {
  const isWaiting = lastOutcome?.outcome === 'offered';
  if (!isWaiting && !(lastFill !== null && isOpen(lastFill))) return null;
  return (
    <p class="govuk-body">
      {isWaiting
        ? 'A rota was found after the draft had changed, so nothing was overwritten.'
        : 'The rota is being filled at the moment.'}{' '}
      <a class="govuk-link" href={rotaPath(exhibition.id, 'fill')}>
        {isWaiting ? 'Take it or leave it' : 'Look how far that is'}
      </a>
    </p>
  );
}

function Actions({ board, filter }: { readonly board: Board; readonly filter: BoardFilter }) {
  const { exhibition, lastStep, draft } = board;
  const id = exhibition.id;
  return (
    <div class="cn-board__actions cn-no-print">
      <ButtonGroup>
        <Button href={rotaPath(id, 'fill')}>Fill the rota</Button>
        <Button href={rotaPath(id, 'publish')} classes="govuk-button--secondary">
          Check and publish
        </Button>
        <Button href={rotaPath(id, 'people')} classes="govuk-button--secondary">
          Person by person
        </Button>
        <Button href={rotaPath(id, 'print')} classes="govuk-button--secondary">
          Print it
        </Button>
        <a class="govuk-link" href={rotaPath(id, 'settings')}>
          Rules of the rota
        </a>
      </ButtonGroup>
      {lastStep !== null && (
        <form method="post" action={rotaPath(id, 'undo')} data-board-form>
          <HiddenFields
            values={{
              step: String(lastStep.number),
              version: String(draft.version),
              back: filterQuery(filter),
            }}
          />
          <Button classes="govuk-button--secondary" attributes={{ 'data-board-key': 'undo' }}>
            Undo: {stepInWords(lastStep, namesOf(board))}
          </Button>
        </form>
      )}
    </div>
  );
}

/** Of each kind; more are on the board itself. */
const mostToDo = 50;

function ToDoFirst({ board }: { readonly board: Board }) {
  const { exhibition, gaps, violations } = board;
  if (gaps.length + violations.length === 0) return null;
  const { shift: wordsOf } = namesOf(board);
  return (
    <section class="cn-board__first" aria-labelledby="first">
      <h2 class="govuk-heading-m" id="first">
        To do first
      </h2>
      {gaps.length > 0 && (
        <details class="govuk-details" open={gaps.length <= 8}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{plural(gaps.length, 'shift')} with gaps</span>
          </summary>
          <ul class="govuk-list">
            {gaps.slice(0, mostToDo).map(({ shift, places }) => (
              <li key={shift}>
                <a class="govuk-link" href={rotaShiftPath(exhibition.id, shift)}>
                  {wordsOf(shift)}
                </a>
                : {places} more needed
              </li>
            ))}
            <More
              of={gaps.length}
              path={`${boardPath(exhibition.id)}?show=gaps`}
              what="All shifts with gaps"
            />
          </ul>
        </details>
      )}
      {violations.length > 0 && (
        <details class="govuk-details" open={violations.length <= 8}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{plural(violations.length, 'broken rule')}</span>
          </summary>
          <ul class="govuk-list">
            {violations.slice(0, mostToDo).map((violation, index) => (
              <Broken key={index} violation={violation} board={board} wordsOf={wordsOf} />
            ))}
            <More
              of={violations.length}
              path={`${boardPath(exhibition.id)}?show=problems`}
              what="All shifts with broken rules"
            />
          </ul>
        </details>
      )}
    </section>
  );
}

/** What a list leaves out that is too long to be read, and where that is. */
function More({ of, path, what }: { readonly of: number; readonly path: string; readonly what: string }) {
  if (of <= mostToDo) return null;
  return (
    <li>
      And {(of - mostToDo).toLocaleString('en-GB')} more.{' '}
      <a class="govuk-link" href={path}>
        {what}
      </a>
    </li>
  );
}

interface BrokenProps {
  readonly violation: RotaViolation;
  readonly board: Board;
  readonly wordsOf: (shift: string) => string;
}

function Broken({ violation: { rule, person, slots, day }, board, wordsOf }: BrokenProps) {
  const where = slots.length > 0 ? slots.map(wordsOf).join('; ') : day === null ? '' : dayWords(day);
  const [first] = slots;
  return (
    <li>
      <strong>{ruleNames[rule]}</strong>
      {person !== null && (
        <>
          :{' '}
          <a class="govuk-link" href={rotaPersonPath(board.exhibition.id, person)}>
            {board.memberOf.get(person)?.name ?? 'Somebody who has left'}
          </a>
        </>
      )}
      {where !== '' && ', '}
      {first === undefined ? (
        where
      ) : (
        <a class="govuk-link" href={`#${shiftAnchor(first)}`}>
          {where}
        </a>
      )}
    </li>
  );
}

function Day({
  day,
  shifts,
  board,
}: {
  readonly day: string;
  readonly shifts: readonly BoardShift[];
  readonly board: Board;
}) {
  const open = shifts.reduce((sum, { gaps }) => sum + gaps, 0);
  return (
    <section class="cn-board__day" aria-labelledby={`day-${day}`} data-board-day>
      <h2 class="govuk-heading-m" id={`day-${day}`}>
        {dayWords(day)}
        {open > 0 && <span class="cn-quiet">, {plural(open, 'gap')}</span>}
      </h2>
      <ol class="cn-board__shifts">
        {shifts.map((shift) => (
          <ShiftCard key={shift.id} shift={shift} board={board} />
        ))}
      </ol>
    </section>
  );
}
