import { accepted, checkOptionalText, problemsOf, refused, type Checked } from '#checks';

/** What staff say for everybody’s emergency card, as it is typed or sent. */
export interface EmergencyTextInput {
  readonly ifLost: string;
  readonly more: string;
}

/** The same with its version; 0 as long as nobody has said anything. */
export interface EmergencyText extends EmergencyTextInput {
  readonly version: number;
}

export const noEmergencyText: EmergencyText = { ifLost: '', more: '', version: 0 };

/** Both are short enough for a card. */
export const longestEmergencyText = 300;

export function checkEmergencyText(input: EmergencyTextInput): Checked<EmergencyTextInput> {
  const rules = { longest: longestEmergencyText, manyLines: true };
  const ifLost = checkOptionalText(input.ifLost, 'ifLost', rules);
  const more = checkOptionalText(input.more, 'more', rules);
  return ifLost.ok && more.ok
    ? accepted({ ifLost: ifLost.value ?? '', more: more.value ?? '' })
    : refused(...problemsOf(ifLost, more));
}
