import { checkWhole } from '#checks';
import { Button, field, FormErrors, HiddenFields, Input, textIn, type Form, type SubmittedValues } from '#ui';
import type { StockItemRow } from '../stock-item.entity.js';
import { countRules, fieldOfCount, type CountedItem } from './count-place.js';

/** What a form has counted; what was left blank was not. */
export function readCounts(values: SubmittedValues): readonly CountedItem[] {
  return Object.keys(values).flatMap((name) => {
    const itemId = /^count\.(.+)$/.exec(name)?.[1];
    const typed = textIn(values, name).trim();
    if (itemId === undefined || typed === '') return [];
    return [{ itemId, counted: checkWhole(typed, name, countRules) }];
  });
}

/** The controls of a count that was sent. */
export const countNames = (values: SubmittedValues): readonly string[] =>
  Object.keys(values).filter((name) => name.startsWith('count.'));

export interface CountFormProps {
  readonly placeName: string;
  readonly caption: string;
  readonly items: readonly Pick<StockItemRow, 'id' | 'name' | 'units'>[];
  readonly form: Form;
  readonly action: string;
  readonly hidden: SubmittedValues;
  /** Shows all items of the stock, for what was never known to be here; `null` where they are shown. */
  readonly allPath: string | null;
}

/** Everything in a place on one page. What is known is not shown, so that what is there is counted. */
export function CountForm(props: CountFormProps) {
  const { placeName, form, items } = props;
  return (
    <>
      <FormErrors form={form} />
      <span class="govuk-caption-l">{props.caption}</span>
      <h1 class="govuk-heading-l">
        Count what is in <bdi>{placeName}</bdi>
      </h1>
      <p class="govuk-body">
        Enter what you see: 0 where there is none, nothing where you did not count. What we think is there is
        shown once you have sent it.
      </p>
      {items.length === 0 ? (
        <p class="govuk-body">Nothing was ever here, as far as we know.</p>
      ) : (
        <form method="post" action={props.action} novalidate>
          <HiddenFields values={props.hidden} />
          {items.map(({ id, name, units }) => (
            <Input
              key={id}
              {...field(form, fieldOfCount(id))}
              label={<bdi>{name}</bdi>}
              suffix={units}
              classes="govuk-input--width-5 cn-number-input"
              inputmode="numeric"
              autocomplete="off"
            />
          ))}
          <Button preventDoubleClick>Save the count</Button>
        </form>
      )}
      {props.allPath !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={props.allPath}>
            There is something here that is not on the list
          </a>
        </p>
      )}
    </>
  );
}
