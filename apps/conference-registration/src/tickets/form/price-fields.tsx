import { DateInput, dateField, field, Input, ResponsiveTable, type Form } from '#ui';
import { categories, categoryTitles } from '../../members/domain/organisation.js';
import { shownTiers } from './fill-ticket.js';
import { earlyPriceName, priceName, untilName } from './ticket-names.js';

/** A table of prices that can be typed into: the ordinary ones, and early ones with the day on which they end. */
export function PriceFields({ form }: { readonly form: Form }) {
  const tiers = Array.from({ length: shownTiers(form.values) }, (_, index) => index + 1);
  return (
    <>
      <h2 class="govuk-heading-m">Prices</h2>
      <p class="govuk-body">
        In pounds, before VAT, like 195 or 195.50. Write 0 where it costs nothing. A category that you leave
        blank cannot book it, other than places that are free for it. Changed prices are for bookings from now
        on: what is booked keeps its price.
      </p>
      {tiers.map((tier) => (
        <DateInput
          {...dateField(form, untilName(tier))}
          fieldset={{
            legend: {
              text: `Last day of ${tierTitle(tier).toLowerCase()} (optional)`,
              classes: 'govuk-fieldset__legend--s',
            },
          }}
          {...(tier === 1 && {
            hint: 'For example, 31 1 2027. Save the form to get room for another early price.',
          })}
        />
      ))}
      <ResponsiveTable
        caption="Price of each category"
        captionClasses="govuk-visually-hidden"
        columns={[
          { key: 'category', heading: 'Category' },
          { key: 'ordinary', heading: 'Ordinary price' },
          ...tiers.map((tier) => ({ key: `early-${tier}`, heading: tierTitle(tier) })),
        ]}
        rows={categories.map((category) => [
          categoryTitles[category],
          <PriceInput
            form={form}
            name={priceName(category)}
            label={`Ordinary price: ${categoryTitles[category]}`}
          />,
          ...tiers.map((tier) => (
            <PriceInput
              form={form}
              name={earlyPriceName(tier, category)}
              label={`${tierTitle(tier)}: ${categoryTitles[category]}`}
            />
          )),
        ])}
      />
    </>
  );
}

const tierTitle = (tier: number): string => `Early price ${tier}`;

function PriceInput({
  form,
  name,
  label,
}: {
  readonly form: Form;
  readonly name: string;
  readonly label: string;
}) {
  return (
    <Input
      {...field(form, name)}
      label={{ text: `${label}, in pounds`, classes: 'govuk-visually-hidden' }}
      prefix="£"
      classes="govuk-input--width-5"
      inputmode="decimal"
      spellcheck={false}
      formGroup={{ classes: 'cn-flush' }}
    />
  );
}
