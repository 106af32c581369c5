import { oneValue, textIn, type SubmittedValues } from '#ui';
import { saidKinds, saidOf, type SaidKind, type SaidSpan } from '../domain/availability.js';
import { keyOf, spanOfKey, type Answer, type SlotDay, type StandDay } from '../domain/slots.js';

/** What can be pressed of each stretch of time. The sign tells them apart beside the colour. */
export const choices = [
  { kind: 'available', text: 'Can', sign: '✓' },
  { kind: 'preferred', text: 'Would like', sign: '★' },
  { kind: 'unavailable', text: 'Cannot', sign: '✕' },
] as const satisfies readonly { kind: SaidKind; text: string; sign: string }[];

/** A day's name in the form: `2027-09-26-open`. */
export const groupOf = ({ day, kind }: StandDay): string => `${day}-${kind ?? 'other'}`;

/** What the form shows, so that only what is changed there is saved: `1822032000-1822035600=available …` */
export const shownText = (said: readonly SaidSpan[], days: readonly SlotDay[]): string =>
  days
    .flatMap(({ slots }) => slots)
    .map((slot) => `${slot.key}=${saidOf(said, slot) ?? ''}`)
    .join(' ');

/** What was pressed in the form. */
export interface SentTimes {
  readonly answers: readonly Answer[];
  /** The day that it was sent from, to go back there; empty for none. */
  readonly group: string;
}

const kindOf = (text: string | undefined): SaidKind | undefined => saidKinds.find((each) => each === text);

/** @param days what people are asked about now */
export function readTimes(values: SubmittedValues, days: readonly SlotDay[]): SentTimes {
  const shown = new Map(
    textIn(values, 'shown')
      .split(' ')
      .flatMap((each) => {
        const [key, kind] = each.split('=');
        return key === undefined || kind === undefined ? [] : [[key, kind] as const];
      }),
  );
  const pressed = Object.keys(values).flatMap((name): Answer[] => {
    const span = name.startsWith('slot.') ? spanOfKey(name.slice('slot.'.length)) : null;
    const kind = kindOf(oneValue(values, name));
    return span === null || kind === undefined || shown.get(name.slice('slot.'.length)) === kind
      ? []
      : [{ span, kind }];
  });
  const [group = '', wholeKind] = textIn(values, 'whole').split(' ');
  const kind = kindOf(wholeKind);
  const whole = days.find((day) => groupOf(day) === group);
  if (kind === undefined || whole === undefined) return { answers: pressed, group: textIn(values, 'save') };
  const wholeDay = whole.slots.map((slot): Answer => ({ span: slot, kind }));
  const keys = new Set(whole.slots.map(({ key }) => key));
  const others = pressed.filter(({ span }) => !keys.has(keyOf(span)));
  return { answers: [...others, ...wholeDay], group };
}
