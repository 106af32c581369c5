import type { VNode } from 'preact';
import {
  classNames,
  hasContent,
  isContent,
  type Attributes,
  type Content,
  type ContentOptions,
} from './content.js';
import { LabelledField, type FieldProps } from './form-group.js';

export type { FieldProps, FormGroupOptions } from './form-group.js';

export interface InputProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'number' | 'time' | 'date';
  readonly value?: string | number;
  readonly inputmode?: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url';
  /** What the browser may fill in (WCAG 1.3.5): give it wherever the field asks for something about the reader. */
  readonly autocomplete?: string;
  readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters';
  readonly pattern?: string;
  readonly spellcheck?: boolean;
  /** Shown before the control, e.g. "£"; hidden from screen readers, so the label must say it too. */
  readonly prefix?: Content | ContentOptions;
  readonly suffix?: Content | ContentOptions;
  readonly inputWrapper?: { readonly classes?: string; readonly attributes?: Attributes };
}

/** One line of text. */
export function Input(props: InputProps) {
  return (
    <LabelledField
      field={props}
      control={(id, describedBy) => (
        <Affixed {...props}>
          <InputControl {...props} id={id} describedBy={describedBy} />
        </Affixed>
      )}
    />
  );
}

export type InputControlProps = Omit<InputProps, 'label' | 'hint' | 'formGroup'>;

/** The `input` element alone, for groups that describe it themselves. */
export function InputControl(props: InputControlProps) {
  const type: Attributes = { type: props.type ?? 'text' };
  return (
    <input
      class={classNames('govuk-input', props.classes, Boolean(props.errorMessage) && 'govuk-input--error')}
      id={props.id}
      name={props.name}
      {...type}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={props.describedBy}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  );
}

function Affixed({
  prefix,
  suffix,
  inputWrapper,
  children,
}: Pick<InputProps, 'prefix' | 'suffix' | 'inputWrapper'> & { readonly children: VNode }) {
  if (prefix === undefined && suffix === undefined) return children;
  return (
    <div class={classNames('govuk-input__wrapper', inputWrapper?.classes)} {...inputWrapper?.attributes}>
      {prefix !== undefined && <Affix at="prefix" content={prefix} />}
      {children}
      {suffix !== undefined && <Affix at="suffix" content={suffix} />}
    </div>
  );
}

function Affix({
  at,
  content,
}: {
  readonly at: 'prefix' | 'suffix';
  readonly content: Content | ContentOptions;
}) {
  const { text, classes, attributes }: ContentOptions = isContent(content) ? { text: content } : content;
  if (!hasContent(text)) return null;
  return (
    <div class={classNames(`govuk-input__${at}`, classes)} aria-hidden="true" {...attributes}>
      {text}
    </div>
  );
}
