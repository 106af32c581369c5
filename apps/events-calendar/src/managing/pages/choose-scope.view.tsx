import { Button, Radios, Select, whenInWords } from '#ui';
import type { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '../../events/domain/event.js';
import { expand } from '../../events/domain/expand.js';
import { isPast } from '../../events/domain/when.js';
import { manageEventPath } from '../addresses.js';

export interface ChooseScopeProps {
  readonly event: CalendarEvent;
  readonly now: Temporal.Instant;
  /** The date that the page was asked with, if any. */
  readonly on: string | null;
}

/** Asks how much of a recurring event is to be changed. */
export function ChooseScopeView({ event, now, on }: ChooseScopeProps) {
  const dates = expand(event);
  const coming = dates.filter(({ when }) => !isPast(when, now));
  const offered = coming.length > 0 ? coming : dates;
  return (
    <form method="get" action={manageEventPath(event.ref, 'edit')}>
      <Radios
        name="scope"
        fieldset={{
          legend: {
            text: 'Which dates do you want to change?',
            classes: 'govuk-fieldset__legend--l',
            isPageHeading: true,
          },
        }}
        hint={`“${event.title}” takes place more than once.`}
        value={on === null ? 'all' : 'this'}
        items={[
          {
            value: 'this',
            text: 'Only this one',
            hint: 'It moves, or is otherwise different, just once.',
          },
          {
            value: 'later',
            text: 'This and later ones',
            hint: 'They become an event of their own; earlier dates stay as they are.',
          },
          {
            value: 'all',
            text: 'All of them',
            hint: 'Past ones too. Dates that were changed alone keep their changes where they can.',
          },
        ]}
      />
      <Select
        name="on"
        label="Which one, unless you change all of them"
        value={on ?? undefined}
        items={offered.map(({ original, when }) => ({ value: original ?? '', text: whenInWords(when) }))}
      />
      <Button>Go on</Button>
    </form>
  );
}
