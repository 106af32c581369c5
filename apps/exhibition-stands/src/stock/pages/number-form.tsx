import {
  Button,
  field,
  FormErrors,
  HiddenFields,
  Input,
  SummaryList,
  type Form,
  type SubmittedValues,
  type SummaryListRow,
} from '#ui';

/** What the buttons offer: a hand, a bundle, a box. */
const quickNumbers = [1, 2, 5, 10, 20, 50] as const;

export interface NumberFormProps {
  readonly heading: string;
  readonly caption: string;
  readonly action: string;
  /** Holds what was typed, with its errors. */
  readonly form: Form;
  /** What goes along unseen. */
  readonly hidden: SubmittedValues;
  /** What, and between which places. */
  readonly rows: readonly SummaryListRow[];
  /** What is counted: "packs". */
  readonly units: string;
  /** What a button does, within a sentence: "Hand out". */
  readonly verb: string;
  readonly withNote: boolean;
}

/**
 * How many: one press of a large button, or any number typed. They are two forms, so that the enter key in the one never
 * presses a button of the other.
 */
export function NumberForm(props: NumberFormProps) {
  const { form, hidden, verb, units } = props;
  return (
    <>
      <FormErrors form={form} />
      <span class="govuk-caption-l">{props.caption}</span>
      <h1 class="govuk-heading-l">{props.heading}</h1>
      <SummaryList rows={props.rows} />
      <form method="post" action={props.action} novalidate>
        <HiddenFields values={hidden} />
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">How many {units}?</legend>
          <div class="cn-number-buttons">
            {quickNumbers.map((number) => (
              <Button key={number} name="quantity" value={String(number)} preventDoubleClick>
                <span class="govuk-visually-hidden">{verb} </span>
                {number}
              </Button>
            ))}
          </div>
        </fieldset>
      </form>
      <form method="post" action={props.action} novalidate>
        <HiddenFields values={hidden} />
        <Input
          {...field(form, 'quantity')}
          label="Or another number"
          classes="govuk-input--width-5"
          inputmode="numeric"
          autocomplete="off"
        />
        {props.withNote && <Input {...field(form, 'note')} label="Note (optional)" />}
        <Button preventDoubleClick classes="govuk-button--secondary">
          {verb} so many
        </Button>
      </form>
    </>
  );
}
