import { classNames } from './content.js';
import { LabelledField, type FieldProps } from './form-group.js';

export interface TextareaProps extends FieldProps {
  readonly value?: string;
  /** Lines shown at first; 5 unless given. */
  readonly rows?: number;
  readonly autocomplete?: string;
  readonly spellcheck?: boolean;
}

/** Text of more than one line. */
export function Textarea(props: TextareaProps) {
  return (
    <LabelledField
      field={props}
      control={(id, describedBy) => (
        <textarea
          class={classNames(
            'govuk-textarea',
            Boolean(props.errorMessage) && 'govuk-textarea--error',
            props.classes,
          )}
          id={id}
          name={props.name}
          rows={props.rows ?? 5}
          spellcheck={props.spellcheck}
          disabled={props.disabled}
          aria-describedby={describedBy}
          autocomplete={props.autocomplete}
          {...props.attributes}
        >
          {keepingFirstNewline(props.value ?? '')}
        </textarea>
      )}
    />
  );
}

/** A browser drops one newline right after `<textarea>`; a second one keeps what the writer put there. */
function keepingFirstNewline(value: string): string {
  return /^\r?\n/.test(value) ? `\n${value}` : value;
}
