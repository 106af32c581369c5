import { Button, ButtonGroup, EmptyState, plural } from '#ui';
import { needWords } from '../../board/pages/shift-card.js';
import { shiftsPath } from '../../board/addresses.js';
import { dayWords, shiftTimes, shiftWords } from '../../board/shift-words.js';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { dayOfShift } from '../domain/day-of-shift.js';
import type { ShiftSource, StandShift } from '../domain/shift.js';

const sourceWords: Readonly<Record<ShiftSource, string>> = {
  pattern: 'from the pattern',
  hand: 'by hand',
  event: 'for an event',
};

export interface ShiftsViewProps {
  readonly exhibition: Exhibition;
  readonly shifts: readonly StandShift[];
}

/** Every shift, day by day; several can be removed at once. */
export function ShiftsView({ exhibition, shifts }: ShiftsViewProps) {
  const { id, days, zone } = exhibition;
  if (days.length === 0)
    return (
      <EmptyState titleText="There are no days yet">
        <p class="govuk-body">
          Shifts are made of the days and hours of the stand. Say first when it is open, built up and broken
          down.
        </p>
        <Button href={manageExhibitionPath(id, 'days')}>Set the days</Button>
      </EmptyState>
    );
  if (shifts.length === 0)
    return (
      <EmptyState titleText="There are no shifts yet">
        <p class="govuk-body">
          Say how long a shift is and how many people it needs, and look at what comes out before anything is
          written. You can change each by hand afterwards.
        </p>
        <ButtonGroup>
          <Button href={shiftsPath(id, 'pattern')}>Make shifts from a pattern</Button>
          <a class="govuk-link" href={shiftsPath(id, 'new')}>
            Add one by hand
          </a>
        </ButtonGroup>
      </EmptyState>
    );
  const byDay = Map.groupBy(shifts, ({ start }) => dayOfShift(start, days, zone));
  const places = shifts.reduce((sum, { cover }) => sum + cover, 0);
  return (
    <>
      <p class="govuk-body-l">
        {plural(shifts.length, 'shift')} with {plural(places, 'place')}.
      </p>
      <ButtonGroup>
        <Button href={manageExhibitionPath(id, 'rota')}>Who is on them</Button>
        <Button href={shiftsPath(id, 'new')} classes="govuk-button--secondary">
          Add a shift
        </Button>
        <Button href={shiftsPath(id, 'pattern')} classes="govuk-button--secondary">
          Make them from a pattern again
        </Button>
      </ButtonGroup>
      <form method="get" action={shiftsPath(id, 'remove')}>
        {[...byDay].map(([day, all]) => (
          <fieldset key={day} class="govuk-fieldset cn-shifts">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{dayWords(day)}</legend>
            <ul class="cn-shifts__list">
              {all.map((shift) => (
                <li key={shift.id} class="govuk-checkboxes__item cn-shifts__item">
                  <input
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    name="shift"
                    value={shift.id}
                    id={`shift-${shift.id}`}
                  />
                  <label class="govuk-label govuk-checkboxes__label" for={`shift-${shift.id}`}>
                    {shiftTimes(shift, zone)}
                    {shift.label !== '' && ` (${shift.label})`}: {needWords(shift)},{' '}
                    <span class="cn-quiet">{sourceWords[shift.source]}</span>
                  </label>
                  <a class="govuk-link" href={shiftsPath(id, `${shift.id}/edit`)}>
                    Change<span class="govuk-visually-hidden">: {shiftWords(shift, day, zone)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </fieldset>
        ))}
        <Button classes="govuk-button--secondary">Remove those chosen</Button>
      </form>
    </>
  );
}
