import { ChoiceItem, choiceId, type Choice, type ChoiceDivider } from './choice-item.js';
import { classNames, isPresent, type Attributes, type ControlValue, type Maybe } from './content.js';
import type { FieldsetOptions } from './fieldset.js';
import {
  describe,
  FormGroup,
  OptionalFieldset,
  type Described,
  type FormGroupOptions,
} from './form-group.js';

export interface CheckboxItem extends Choice {
  /** The control's own name, where it is not the group's. */
  readonly name?: string;
  /** `exclusive` unchecks the others where scripts run ("None of these"); the server must check it itself. */
  readonly behaviour?: 'exclusive';
}

export interface CheckboxesProps extends Described {
  readonly name: string;
  /** The first checkbox's id, and the start of the others'; the name unless given. */
  readonly idPrefix?: string;
  readonly fieldset?: FieldsetOptions;
  readonly items: readonly Maybe<CheckboxItem | ChoiceDivider>[];
  /** The values of the checkboxes that are checked, unless a choice says so itself. */
  readonly values?: readonly ControlValue[];
  readonly formGroup?: FormGroupOptions;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** Any of a few. */
export function Checkboxes(props: CheckboxesProps) {
  const { fieldset } = props;
  const idPrefix = props.idPrefix ?? props.name;
  const { describedBy, description } = describe(idPrefix, {
    ...props,
    describedBy: fieldset?.describedBy ?? props.describedBy,
  });
  // Without a fieldset nothing groups the boxes, so each has to carry the group's description.
  const eachDescribedBy = fieldset ? undefined : describedBy;
  return (
    <FormGroup hasError={Boolean(props.errorMessage)} options={props.formGroup}>
      <OptionalFieldset fieldset={fieldset} describedBy={describedBy}>
        {description}
        <div
          class={classNames('govuk-checkboxes', props.classes)}
          {...props.attributes}
          data-module="govuk-checkboxes"
        >
          {props.items.map(
            (item, index) =>
              isPresent(item) && checkbox(props, item, choiceId(idPrefix, index + 1), eachDescribedBy),
          )}
        </div>
      </OptionalFieldset>
    </FormGroup>
  );
}

function checkbox(
  { name, values = [] }: CheckboxesProps,
  item: CheckboxItem | ChoiceDivider,
  id: string,
  describedBy: string | undefined,
) {
  if ('divider' in item) return <div class="govuk-checkboxes__divider">{item.divider}</div>;
  return (
    <ChoiceItem
      kind="checkboxes"
      choice={item}
      id={item.id ?? id}
      name={item.name ?? name}
      checked={item.checked ?? values.some((value) => String(value) === String(item.value))}
      behaviour={item.behaviour}
      describedBy={describedBy}
    />
  );
}
