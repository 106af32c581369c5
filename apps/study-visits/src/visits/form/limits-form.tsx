import { field, Input, Radios, textIn, type Form, type SubmittedValues } from '#ui';
import { checkLimits, type LimitsInput } from '../domain/limits.js';
import { memberCategories, reservedKinds, type ReservedKind, type Visit } from '../domain/visit.js';
import { categoryWords, reservedWords } from '../in-words.js';

const categoryName = (category: string): string => `categoryLimits.${category}`;
const reservedName = (kind: string): string => `reserved.${kind}`;

/** The controls, in the order of the page. */
export const limitsNames: readonly string[] = [
  'places',
  'organisationLimit',
  ...memberCategories.map(categoryName),
  ...reservedKinds.map(reservedName),
  'filledFirst',
  'fundedPlaces',
];

export function fillLimits(visit: Visit): SubmittedValues {
  const { places, organisationLimit, categoryLimits, reserved, fundedPlaces } = visit;
  return {
    places: String(places),
    organisationLimit: organisationLimit === null ? '' : String(organisationLimit),
    ...Object.fromEntries(categoryLimits.map(({ category, most }) => [categoryName(category), String(most)])),
    ...Object.fromEntries(reserved.map((each) => [reservedName(each.kind), String(each.places)])),
    filledFirst: reserved[0]?.kind ?? 'press',
    fundedPlaces: String(fundedPlaces),
  };
}

/** What the form says, for the rules to check. */
const readLimits = (values: SubmittedValues): LimitsInput => ({
  places: textIn(values, 'places'),
  organisationLimit: textIn(values, 'organisationLimit'),
  categoryLimits: memberCategories.map((category) => ({
    category,
    most: textIn(values, categoryName(category)),
  })),
  reserved: inOrder(textIn(values, 'filledFirst')).map((kind) => ({
    kind,
    places: textIn(values, reservedName(kind)),
  })),
  fundedPlaces: textIn(values, 'fundedPlaces'),
});

export const checkLimitsForm = (values: SubmittedValues) => checkLimits(readLimits(values));

const inOrder = (first: string): readonly ReservedKind[] =>
  reservedKinds.toSorted((one, other) => Number(other === first) - Number(one === first));

const number = { inputmode: 'numeric', classes: 'govuk-input--width-3' } as const;

/** How many can come, and who. */
export function LimitsFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Input
        {...field(form, 'places')}
        label="Places"
        hint="For delegates. Those who lead the visit take none."
        {...number}
      />
      <Input
        {...field(form, 'organisationLimit')}
        label="Most from one organisation (optional)"
        hint="Leave it blank for no limit."
        {...number}
      />
      <h2 class="govuk-heading-m">Limits by category of members</h2>
      <p class="govuk-hint">
        At most so many delegates of a category. Leave one blank for no limit; 0 is none.
      </p>
      <div class="cn-row">
        {memberCategories.map((category) => (
          <Input
            key={category}
            {...field(form, categoryName(category))}
            label={`Most from ${categoryWords[category]}`}
            {...number}
          />
        ))}
      </div>
      <h2 class="govuk-heading-m">Reserved places</h2>
      <p class="govuk-hint">
        They are part of the places above, and go to nobody else while they are reserved.
      </p>
      <Input {...field(form, reservedName('press'))} label={`For ${reservedWords.press}`} {...number} />
      <Input {...field(form, reservedName('newcomer'))} label={`For ${reservedWords.newcomer}`} {...number} />
      <Radios
        {...field(form, 'filledFirst')}
        fieldset={{ legend: 'Whose are filled first' }}
        hint="It matters where somebody could have either."
        items={[
          { value: 'press', text: 'Those for the press' },
          { value: 'newcomer', text: 'Those for organisations that are new to visits' },
        ]}
      />
      <h2 class="govuk-heading-m">Funded places</h2>
      <Input
        {...field(form, 'fundedPlaces')}
        label="Places that cost their traveller nothing"
        hint="Who has one is decided once people have accepted."
        {...number}
      />
    </>
  );
}
