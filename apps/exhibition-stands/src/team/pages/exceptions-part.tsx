import { Temporal } from 'temporal-polyfill';
import { Button, dateInWords, field, Input, Select, type Form } from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import type { Exception } from '../domain/availability.js';
import { keyOf } from '../domain/slots.js';
import { spanWithDay } from '../slot-words.js';

/** The form's controls, in order. */
export const exceptionNames = ['day', 'from', 'until', 'why'] as const;

export interface ExceptionsPartProps {
  readonly exceptions: readonly Exception[];
  readonly zone: string;
  /** Where one is taken back, and made. */
  readonly action: string;
}

/** The exceptions that there are, each to be taken back, and the way to another. */
export function ExceptionsPart({ exceptions, zone, action }: ExceptionsPartProps) {
  return (
    <>
      {exceptions.length > 0 && (
        <ul class="govuk-list cn-lines">
          {exceptions.map((exception) => {
            const words = spanWithDay(exception, zone);
            return (
              <li key={keyOf(exception)}>
                <form method="post" action={action} class="cn-line">
                  <input type="hidden" name="remove" value={keyOf(exception)} />
                  <span>
                    {words}
                    {exception.why !== '' && (
                      <>
                        {': '}
                        <bdi>{exception.why}</bdi>
                      </>
                    )}
                  </span>{' '}
                  <button type="submit" class="cn-link-button">
                    Take back<span class="govuk-visually-hidden"> the exception {words}</span>
                  </button>
                </form>
              </li>
            );
          })}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={action}>
          {exceptions.length === 0 ? 'Make an exception' : 'Make another exception'}
        </a>
      </p>
    </>
  );
}

export interface ExceptionFieldsProps {
  readonly form: Form;
  readonly exhibition: Pick<Exhibition, 'days'>;
}

/** What is asked for an exception. */
export function ExceptionFields({ form, exhibition }: ExceptionFieldsProps) {
  const days = [...new Set(exhibition.days.map(({ day }) => day))].toSorted();
  return (
    <>
      <Select
        {...field(form, 'day')}
        label="Day"
        items={days.map((day) => {
          const date = Temporal.PlainDate.from(day);
          return { value: day, text: dateInWords(date, { impliedYear: date.year }) };
        })}
      />
      <Input
        {...field(form, 'from')}
        label="From"
        hint="For example, 2pm or 14:00. Add the time to get there."
        classes="govuk-input--width-5"
        autocomplete="off"
      />
      <Input
        {...field(form, 'until')}
        label="Until"
        hint="When you are back at the stand."
        classes="govuk-input--width-5"
        autocomplete="off"
      />
      <Input
        {...field(form, 'why')}
        label="What it is for (optional)"
        hint="For example, my fringe. Staff see it."
        autocomplete="off"
      />
    </>
  );
}

/** The buttons below the fields. */
export function ExceptionButtons({ back }: { readonly back: string }) {
  return (
    <div class="govuk-button-group">
      <Button preventDoubleClick>Save the exception</Button>
      <a class="govuk-link" href={back}>
        Cancel
      </a>
    </div>
  );
}
