import { checkOptionalWhole, checkWhole, homeZone } from '#checks';
import { Temporal } from 'temporal-polyfill';
import { field, Input, Radios, Textarea, textIn, type Form, type SubmittedValues } from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { legKinds, legWays, numberRules, readPoint, type LegInput } from '../domain/leg.js';
import { kindWords, wayWords } from '../in-words.js';
import type { Leg } from '../legs.js';
import { fillMoment, MomentFields, momentNames, readMoment } from './moment-fields.js';

/** The controls of a leg, in the order of the page. */
export const legNames: readonly string[] = [
  'kind',
  'way',
  'title',
  'carrier',
  'fromName',
  'fromPoint',
  ...momentNames('departs'),
  'toName',
  'toPoint',
  ...momentNames('arrives'),
  'changeMinutes',
  'borderMinutes',
  'meetingPoint',
  'meetMinutes',
  'vehicle',
  'seats',
  'luggage',
  'note',
];

/** What a new leg begins with: from home to where the visit is. */
export const blankLeg = ({ zone }: Pick<Visit, 'zone'>): SubmittedValues => ({
  'departs.zone': homeZone,
  'arrives.zone': zone,
});

export const fillLeg = (leg: Leg): SubmittedValues => ({
  kind: leg.kind,
  way: leg.way,
  title: leg.title,
  carrier: leg.carrier ?? '',
  fromName: leg.fromName,
  fromPoint: pointText(leg.fromPoint),
  ...fillMoment('departs', leg.departs),
  toName: leg.toName,
  toPoint: pointText(leg.toPoint),
  ...fillMoment('arrives', leg.arrives),
  changeMinutes: String(leg.changeMinutes),
  borderMinutes: String(leg.borderMinutes),
  meetingPoint: leg.meetingPoint ?? '',
  meetMinutes: leg.meetMinutes === null ? '' : String(leg.meetMinutes),
  vehicle: leg.vehicle ?? '',
  seats: leg.seats === null ? '' : String(leg.seats),
  luggage: leg.luggage ?? '',
  note: leg.note ?? '',
});

const pointText = (point: Leg['fromPoint']): string => (point === null ? '' : `${point.lat}, ${point.lon}`);

export const readLeg = (values: SubmittedValues): LegInput => {
  const text = (name: string) => textIn(values, name);
  const minutes = (name: 'changeMinutes' | 'borderMinutes') =>
    checkWhole(text(name).trim() || '0', name, numberRules[name]);
  return {
    kind: text('kind'),
    way: text('way'),
    title: text('title'),
    carrier: text('carrier'),
    fromName: text('fromName'),
    fromPoint: readPoint(text('fromPoint'), 'fromPoint'),
    departs: readMoment(values, 'departs', 'the day on which it departs'),
    toName: text('toName'),
    toPoint: readPoint(text('toPoint'), 'toPoint'),
    arrives: readMoment(values, 'arrives', 'the day on which it arrives'),
    changeMinutes: minutes('changeMinutes'),
    borderMinutes: minutes('borderMinutes'),
    meetingPoint: text('meetingPoint'),
    meetMinutes: checkOptionalWhole(text('meetMinutes'), 'meetMinutes', numberRules.meetMinutes),
    vehicle: text('vehicle'),
    seats: checkOptionalWhole(text('seats'), 'seats', numberRules.seats),
    luggage: text('luggage'),
    note: text('note'),
  };
};

/** "For example, 11 3 2035." @param day ISO */
export function dayHint(day: string): string {
  const { day: date, month, year } = Temporal.PlainDate.from(day);
  return `For example, ${date} ${month} ${year}.`;
}

export interface LegFieldsProps {
  readonly form: Form;
  readonly visit: Pick<Visit, 'firstDay'>;
}

export function LegFields({ form, visit }: LegFieldsProps) {
  const hint = dayHint(visit.firstDay);
  const point = {
    hint: 'Latitude and longitude, such as 43.3011, -2.9106.',
    classes: 'govuk-input--width-20',
  };
  const minutes = { classes: 'govuk-input--width-4', inputmode: 'numeric', suffix: 'minutes' } as const;
  return (
    <>
      <Radios
        {...field(form, 'kind')}
        fieldset={{ legend: { text: 'What is it?', classes: 'govuk-fieldset__legend--s' } }}
        classes="govuk-radios--small"
        items={legKinds.map((kind) => ({ value: kind, text: kindWords[kind] }))}
      />
      <Radios
        {...field(form, 'way')}
        fieldset={{ legend: { text: 'Where does it take people?', classes: 'govuk-fieldset__legend--s' } }}
        hint="Whoever is on no leg there or home, and has none of their own, is told to you."
        classes="govuk-radios--small"
        items={legWays.map((way) => ({ value: way, text: wayWords[way] }))}
      />
      <Input
        {...field(form, 'title')}
        label="What it is called"
        hint="For example, BA 540, or Coach to the hotel."
      />
      <Input {...field(form, 'carrier')} label="Who runs it (optional)" />
      <Input
        {...field(form, 'fromName')}
        label="Where it departs"
        hint="With the terminal, the station or the exit."
      />
      <Input {...field(form, 'fromPoint')} label="Where that is on the map (optional)" {...point} />
      <MomentFields form={form} name="departs" legend="Departs" dayHint={hint} />
      <Input {...field(form, 'toName')} label="Where it arrives" />
      <Input {...field(form, 'toPoint')} label="Where that is on the map (optional)" {...point} />
      <MomentFields form={form} name="arrives" legend="Arrives" dayHint={hint} />
      <Input
        {...field(form, 'changeMinutes')}
        label="How long before it departs one has to be there"
        hint="Check-in and border included. You are warned where somebody arrives later than that."
        {...minutes}
      />
      <Input
        {...field(form, 'borderMinutes')}
        label="How long it takes to be out after it arrives"
        hint="Border queues (the EU’s Entry/Exit System takes longer than a stamp did) and luggage."
        {...minutes}
      />
      <Input {...field(form, 'meetingPoint')} label="Where people meet for it (optional)" />
      <Input
        {...field(form, 'meetMinutes')}
        label="How long before it departs they meet (optional)"
        {...minutes}
      />
      <Input
        {...field(form, 'vehicle')}
        label="Vehicle (optional)"
        hint="By which people know it, such as white, 49 seats, of Example Coaches."
      />
      <Input
        {...field(form, 'seats')}
        label="Seats (optional)"
        hint="Never more travellers are put on it. Leave it blank where nobody counts them."
        classes="govuk-input--width-4"
        inputmode="numeric"
      />
      <Textarea
        {...field(form, 'luggage')}
        label="Luggage (optional)"
        hint="What may be brought. Its travellers read it."
        rows={2}
      />
      <Textarea {...field(form, 'note')} label="Note (optional)" hint="For staff alone." rows={3} />
    </>
  );
}
