import type { ComponentChildren } from 'preact';
import { Button, HiddenFields } from '#ui';
import { rotaPath } from '../addresses.js';
import type { Pairing } from '../domain/draft.js';
import type { PlaceAct } from '../domain/step.js';

export interface ActFormProps extends Pairing {
  readonly exhibitionId: string;
  /** Of the draft that the page shows. */
  readonly version: number;
  readonly act: PlaceAct;
  /** Where to come back to: `shift`, or the board. */
  readonly back?: 'shift';
  /** What the button does. */
  readonly label: ComponentChildren;
  readonly isWarning?: boolean;
  /** What else is asked. */
  readonly children?: ComponentChildren;
}

/** One thing to do with somebody in a shift. */
export function ActForm(props: ActFormProps) {
  const { exhibitionId, version, act, shift, member, back, label, isWarning = false, children } = props;
  return (
    <form method="post" action={rotaPath(exhibitionId, 'acts')} class="cn-act">
      <HiddenFields values={{ act, shift, version: String(version), back: back ?? '' }} />
      {member !== '' && <HiddenFields values={{ member }} />}
      {children}
      <Button
        preventDoubleClick
        classes={`cn-flush ${isWarning ? 'govuk-button--warning' : 'govuk-button--secondary'}`}
      >
        {label}
      </Button>
    </form>
  );
}
