import { Button, ButtonGroup, dateField, DateInput, field, FormErrors, Input, Select, type Form } from '#ui';
import type { NamedChoice } from '../read-person.js';

export interface SeatProps {
  readonly heading: string;
  readonly shown: Form;
  /** The boards to choose from; `null` where it is said already which. */
  readonly boards: readonly NamedChoice[] | null;
  readonly action: string;
  readonly backPath: string;
}

const positions = ['Chair', 'Vice-chair'];

export function SeatView({ heading, shown, boards, action, backPath }: SeatProps) {
  return (
    <>
      <FormErrors form={shown} />
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">
        They see the board’s events from the first day of the term to the last, both included.
      </p>
      <form method="post" action={action} novalidate>
        {boards !== null && (
          <Select
            {...field(shown, 'board')}
            label="Board"
            items={[{ value: '', text: 'Choose a board' }, ...boards]}
          />
        )}
        <Input
          {...field(shown, 'position')}
          label="Position (optional)"
          hint="Such as Chair or Vice-chair; leave it blank for a member"
          classes="govuk-input--width-20"
          autocomplete="off"
          attributes={{ list: 'positions' }}
        />
        <datalist id="positions">
          {positions.map((position) => (
            <option key={position} value={position} />
          ))}
        </datalist>
        <DateInput
          {...dateField(shown, 'startsOn')}
          fieldset={{ legend: 'First day of the term' }}
          hint="For example, 1 9 2026"
        />
        <DateInput
          {...dateField(shown, 'endsOn')}
          fieldset={{ legend: 'Last day of the term (optional)' }}
          hint="Leave it blank while no end is set"
        />
        <ButtonGroup>
          <Button preventDoubleClick>Save the seat</Button>
          <a class="govuk-link" href={backPath}>
            Leave it as it is
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
