import { dateInWords, field, Input, moneyInWords, plural, type Form } from '#ui';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { approvalInWords, leftInWords, vatAfterPrice } from '../../catalogue/offer-words.js';
import { refusalInWords } from '../../places/refusal-words.js';
import { joinPath } from '../../waiting-list/addresses.js';
import type { Choice } from '../choices.js';
import { mostDelegates } from '../domain/booking.js';
import { quantityField } from '../domain/wish.js';

export interface QuantityFieldProps {
  readonly catalogue: Catalogue;
  readonly choice: Choice;
  readonly form: Form;
}

/** How many of one ticket or add-on, or why there is none to be had. */
export function QuantityField({ catalogue, choice, form }: QuantityFieldProps) {
  const { ticketType, left, refusal } = choice;
  const { id, name, needsApproval } = ticketType;
  const price = priceInWords(choice);
  const why = refusal ? refusalInWords(catalogue, refusal) : null;
  // What needs approval can be applied for also when it is full.
  const isFull = left !== null && left <= 0 && !needsApproval;
  if (why !== null || isFull) {
    return (
      <div class="govuk-form-group">
        <div class="govuk-label govuk-label--s">{name}</div>
        <div class="govuk-hint">
          <span class="cn-line">{price}</span>
          <span class="cn-line">{why ?? <Full slug={catalogue.conference.slug} choice={choice} />}</span>
        </div>
      </div>
    );
  }
  const lines = [
    [freeInWords(choice), price],
    [ticketType.description === '' ? null : ticketType.description],
    [needsApproval ? approvalInWords : null, amountInWords(choice)],
  ].map((notes) => notes.filter((note) => note !== null).join(' '));
  return (
    <Input
      {...field(form, quantityField(id))}
      label={{ text: name, classes: 'govuk-label--s' }}
      hint={
        <>
          {lines
            .filter((line) => line !== '')
            .map((line) => (
              <span class="cn-line">{line}</span>
            ))}
        </>
      }
      classes="govuk-input--width-3"
      inputmode="numeric"
      autocomplete="off"
    />
  );
}

function Full({ slug, choice }: { readonly slug: string; readonly choice: Choice }) {
  if (choice.pence === null) return <>Your organisation’s free places are taken.</>;
  return (
    <>
      There are no places left.
      {choice.ticketType.kind === 'ticket' && (
        <>
          {' '}
          <a class="govuk-link" href={`${joinPath(slug)}?ticketTypeId=${choice.ticketType.id}`}>
            Join the waiting list<span class="govuk-visually-hidden"> for {choice.ticketType.name}</span>
          </a>
          .
        </>
      )}
    </>
  );
}

/** "£170.00 plus 20% VAT until 31 March." */
function priceInWords({ pence, until, ticketType }: Choice): string | null {
  if (pence === null) return null;
  if (pence === 0) return 'Free.';
  const vat = vatAfterPrice(ticketType.vatBasisPoints);
  return `${moneyInWords(pence)}, ${vat}${until === null ? '' : `, until ${dateInWords(until, { weekday: false })}`}.`;
}

function freeInWords({ free, pence }: Choice): string | null {
  if (pence === 0 || free === 0) return null;
  const places = `Your organisation has ${plural(free, 'free place')} left`;
  return pence === null ? `${places}.` : `${places}; after that:`;
}

function amountInWords({ left, pence, ticketType: { least, most } }: Choice): string | null {
  const words = [
    pence === null ? null : leftInWords(left),
    least > 1 ? `At least ${least} at a time.` : null,
    most !== null && most < mostDelegates ? `At most ${most} in a booking.` : null,
  ].filter((word) => word !== null);
  return words.length === 0 ? null : words.join(' ');
}
