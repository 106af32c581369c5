import { classNames, isPresent, type Attributes, type ControlValue, type Maybe } from './content.js';
import { LabelledField, type FieldProps } from './form-group.js';

export interface SelectItem {
  readonly text: string | number;
  /** What is sent; the text unless given. */
  readonly value?: ControlValue;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly attributes?: Attributes;
}

export interface SelectProps extends FieldProps {
  readonly items: readonly Maybe<SelectItem>[];
  /** The value of the item that is selected, unless an item says so itself. */
  readonly value?: ControlValue;
}

/** One of a list too long for radios. */
export function Select(props: SelectProps) {
  return (
    <LabelledField
      field={props}
      control={(id, describedBy) => (
        <select
          class={classNames(
            'govuk-select',
            props.classes,
            Boolean(props.errorMessage) && 'govuk-select--error',
          )}
          id={id}
          name={props.name}
          disabled={props.disabled}
          aria-describedby={describedBy}
          {...props.attributes}
        >
          {props.items.filter(isPresent).map((item) => (
            <option
              value={item.value === undefined ? undefined : String(item.value)}
              selected={item.selected ?? isValue(item, props.value)}
              disabled={item.disabled}
              {...item.attributes}
            >
              {item.text}
            </option>
          ))}
        </select>
      )}
    />
  );
}

function isValue(item: SelectItem, value: ControlValue | undefined): boolean {
  return value !== undefined && String(item.value ?? item.text) === String(value);
}
