import type { ComponentChildren, VNode } from 'preact';
import { classNames, isContent, type Attributes, type Content } from './content.js';
import { ErrorMessage, type ErrorMessageOptions } from './error-message.js';
import { Fieldset, type FieldsetOptions, type FieldsetProps } from './fieldset.js';
import { Hint, type HintOptions } from './hint.js';
import { Label, type LabelOptions } from './label.js';

/** What may describe a control or a group of controls. */
export interface Described {
  readonly hint?: Content | HintOptions;
  readonly errorMessage?: Content | ErrorMessageOptions;
  /** Ids of elements elsewhere on the page that describe the control; read out first. */
  readonly describedBy?: string;
}

export interface FormGroupOptions {
  readonly classes?: string;
  readonly attributes?: Attributes;
}

/** The props common to every field that is one control with a label. */
export interface FieldProps extends Described {
  readonly name: string;
  /** The control's id; its name unless given. */
  readonly id?: string;
  readonly label: Content | LabelOptions;
  readonly disabled?: boolean;
  readonly formGroup?: FormGroupOptions;
  readonly classes?: string;
  /** Passed on to the control itself. */
  readonly attributes?: Attributes;
}

/**
 * The hint and error message of a control, and the `aria-describedby` that names them in the order in which they
 * are to be heard: what the page says, the hint, the error.
 */
export function describe(id: string, { hint, errorMessage, describedBy }: Described) {
  const hintId = hint ? `${id}-hint` : '';
  const errorId = errorMessage ? `${id}-error` : '';
  const ids = classNames(describedBy, hintId, errorId);
  const description = (
    <>
      {hint && <HintOf id={hintId} hint={hint} />}
      {errorMessage && <ErrorOf id={errorId} errorMessage={errorMessage} />}
    </>
  );
  return { describedBy: ids === '' ? undefined : ids, description };
}

function HintOf({ id, hint }: { readonly id: string; readonly hint: Content | HintOptions }) {
  const { text, ...options }: HintOptions = isContent(hint) ? { text: hint } : hint;
  return (
    <Hint id={id} {...options}>
      {text}
    </Hint>
  );
}

function ErrorOf(props: { readonly id: string; readonly errorMessage: Content | ErrorMessageOptions }) {
  const given = props.errorMessage;
  const { text, ...options }: ErrorMessageOptions = isContent(given) ? { text: given } : given;
  return (
    <ErrorMessage id={props.id} {...options}>
      {text}
    </ErrorMessage>
  );
}

interface FormGroupProps {
  readonly hasError: boolean;
  readonly options: FormGroupOptions | undefined;
  readonly children: ComponentChildren;
}

/** The box round a field, marked where the field has an error. */
export function FormGroup({ hasError, options, children }: FormGroupProps) {
  return (
    <div
      class={classNames('govuk-form-group', hasError && 'govuk-form-group--error', options?.classes)}
      {...options?.attributes}
    >
      {children}
    </div>
  );
}

interface LabelledFieldProps {
  readonly field: FieldProps;
  /** Makes the control, given its id and its `aria-describedby`. */
  readonly control: (id: string, describedBy: string | undefined) => VNode;
}

/** Label, hint, error message and control of a field that is one control. */
export function LabelledField({ field, control }: LabelledFieldProps) {
  const id = field.id ?? field.name;
  const { text, ...label }: LabelOptions = isContent(field.label) ? { text: field.label } : field.label;
  const { describedBy, description } = describe(id, field);
  return (
    <FormGroup hasError={Boolean(field.errorMessage)} options={field.formGroup}>
      <Label {...label} for={id}>
        {text}
      </Label>
      {description}
      {control(id, describedBy)}
    </FormGroup>
  );
}

interface OptionalFieldsetProps {
  readonly fieldset: FieldsetOptions | undefined;
  readonly describedBy: string | undefined;
  readonly role?: FieldsetProps['role'];
  readonly children: ComponentChildren;
}

/** A group's content, in a fieldset where the group has one. */
export function OptionalFieldset({ fieldset, describedBy, role, children }: OptionalFieldsetProps) {
  if (!fieldset) return <>{children}</>;
  return (
    <Fieldset {...fieldset} describedBy={describedBy} role={role}>
      {children}
    </Fieldset>
  );
}
