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

export type { Choice, ChoiceDivider } from './choice-item.js';

export interface RadiosProps extends Omit<Described, 'describedBy'> {
  readonly name: string;
  /** The first radio's id, and the start of the others'; the name unless given. */
  readonly idPrefix?: string;
  readonly fieldset?: FieldsetOptions;
  readonly items: readonly Maybe<Choice | ChoiceDivider>[];
  /** The value of the radio that is chosen, unless a choice says so itself. */
  readonly value?: ControlValue;
  readonly formGroup?: FormGroupOptions;
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** One of a few. */
export function Radios(props: RadiosProps) {
  const idPrefix = props.idPrefix ?? props.name;
  const { describedBy, description } = describe(idPrefix, {
    ...props,
    describedBy: props.fieldset?.describedBy,
  });
  return (
    <FormGroup hasError={Boolean(props.errorMessage)} options={props.formGroup}>
      <OptionalFieldset fieldset={props.fieldset} describedBy={describedBy}>
        {description}
        <div
          class={classNames('govuk-radios', props.classes)}
          {...props.attributes}
          data-module="govuk-radios"
        >
          {props.items.map(
            (item, index) => isPresent(item) && radio(props, item, choiceId(idPrefix, index + 1)),
          )}
        </div>
      </OptionalFieldset>
    </FormGroup>
  );
}

function radio({ name, value }: RadiosProps, item: Choice | ChoiceDivider, id: string) {
  if ('divider' in item) return <div class="govuk-radios__divider">{item.divider}</div>;
  const checked = item.checked ?? (value !== undefined && String(item.value) === String(value));
  return <ChoiceItem kind="radios" choice={item} id={item.id ?? id} name={name} checked={checked} />;
}
