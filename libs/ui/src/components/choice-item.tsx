import {
  classNames,
  hasContent,
  isContent,
  type Attributes,
  type Content,
  type ControlValue,
} from './content.js';
import { Hint, type HintOptions } from './hint.js';
import { Label } from './label.js';

/** One radio or checkbox. */
export interface Choice {
  readonly text: Content;
  readonly value: ControlValue;
  readonly id?: string;
  readonly hint?: Content | HintOptions;
  /** Says so whatever the group's value is. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** Asked only of those who choose this: without scripts it is always shown, so it must make sense by itself. */
  readonly conditional?: Content | false;
  readonly label?: { readonly classes?: string; readonly attributes?: Attributes };
  readonly attributes?: Attributes;
}

/** A word between choices, such as "or". */
export interface ChoiceDivider {
  readonly divider: string;
}

interface ChoiceItemProps {
  readonly choice: Choice;
  readonly kind: 'radios' | 'checkboxes';
  readonly id: string;
  readonly name: string;
  readonly checked: boolean;
  /** Ids that describe the control before its own hint does. */
  readonly describedBy?: string;
  readonly behaviour?: 'exclusive';
}

/** The id of the group's nth choice, from 1: the first has the group's own, so that an error can link to it. */
export function choiceId(idPrefix: string, position: number): string {
  return position > 1 ? `${idPrefix}-${position}` : idPrefix;
}

/** One radio or checkbox with its label, hint and what it reveals. */
export function ChoiceItem({ choice, kind, id, name, checked, describedBy, behaviour }: ChoiceItemProps) {
  const hint: HintOptions | undefined =
    choice.hint !== undefined && isContent(choice.hint) ? { text: choice.hint } : choice.hint;
  const hintId = hint && hasContent(hint.text) ? `${id}-item-hint` : '';
  const reveals = hasContent(choice.conditional);
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={String(choice.value)}
          checked={checked}
          disabled={choice.disabled}
          data-aria-controls={reveals ? `conditional-${id}` : undefined}
          data-behaviour={behaviour}
          aria-describedby={classNames(describedBy, hintId) || undefined}
          {...choice.attributes}
        />
        <Label
          for={id}
          classes={classNames(`govuk-${kind}__label`, choice.label?.classes)}
          attributes={choice.label?.attributes}
        >
          {choice.text}
        </Label>
        {hint && hintId !== '' && (
          <Hint
            id={hintId}
            classes={classNames(`govuk-${kind}__hint`, hint.classes)}
            attributes={hint.attributes}
          >
            {hint.text}
          </Hint>
        )}
      </div>
      {reveals && (
        <div
          class={classNames(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {choice.conditional}
        </div>
      )}
    </>
  );
}
