import { Button, ButtonGroup, HiddenFields, SummaryList, type SubmittedValues } from '#ui';
import type { BookedPlace } from '../../booking-page/booking-details.js';
import { placePriceInWords } from '../../booking-page/pages/cost.js';
import { amountInWords } from '../change-words.js';
import type { PlacesChange } from '../change-places.js';

interface TicketsCheckProps {
  readonly title: string;
  readonly action: string;
  readonly change: PlacesChange;
  /** The form before, which goes along. */
  readonly values: SubmittedValues;
}

/** What a change of tickets gives up and takes, and what it costs. */
export function TicketsCheckView({ title, action, change, values }: TicketsCheckProps) {
  const { gone, taken, invoiced, credited } = change;
  if (gone.length + taken.length === 0) {
    return (
      <>
        <h1 class="govuk-heading-xl">Nothing is changed</h1>
        <p class="govuk-body">
          They have just that already.{' '}
          <a class="govuk-link" href={action}>
            Choose something else
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      <h1 class="govuk-heading-xl">{title}</h1>
      <SummaryList
        rows={[
          taken.length > 0 && { key: 'New', value: <Places places={taken} /> },
          gone.length > 0 && { key: 'Given up', value: <Places places={gone} /> },
          { key: 'On a new invoice', value: amountInWords(invoiced) },
          { key: 'On a credit note', value: amountInWords(credited) },
        ]}
      />
      {gone.length > 0 && (
        <p class="govuk-body">
          A ticket that is exchanged counts as much as the new one costs; anything else that is given up is
          credited by the refund rules. What is given up goes to others at once.
        </p>
      )}
      <form method="post" action={action} novalidate>
        <HiddenFields
          values={{
            ...values,
            invoicePence: String(invoiced.grossPence),
            creditPence: String(credited.grossPence),
          }}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Make the change</Button>
          <a class="govuk-link" href={action}>
            Choose again
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}

function Places({ places }: { readonly places: readonly BookedPlace[] }) {
  return (
    <ul class="govuk-list">
      {places.map((place) => (
        <li>
          {place.ticketType.name}: {placePriceInWords(place)}
        </li>
      ))}
    </ul>
  );
}
