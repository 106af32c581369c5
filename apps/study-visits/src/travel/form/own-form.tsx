import { Checkboxes, field, Input, oneValue, Textarea, textIn, type Form, type SubmittedValues } from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { ownWays, type OwnWay } from '../domain/journey.js';
import type { OwnJourney, OwnJourneyInput, OwnTravelInput } from '../domain/own-travel.js';
import { dayHint } from './leg-form.js';
import { fillMoment, MomentFields, momentNames, readMoment } from './moment-fields.js';

/** The controls of both ways, in the order of the page. */
export const ownNames: readonly string[] = ownWays.flatMap((way) => [
  `${way}.own`,
  `${way}.place`,
  ...momentNames(`${way}.when`),
  `${way}.words`,
]);

export const fillOwn = (journeys: readonly OwnJourney[], { zone }: Pick<Visit, 'zone'>): SubmittedValues => ({
  'there.when.zone': zone,
  'back.when.zone': zone,
  ...Object.assign(
    {},
    ...journeys.map(({ way, place, when, words }): SubmittedValues => ({
      [`${way}.own`]: 'yes',
      [`${way}.place`]: place,
      ...fillMoment(`${way}.when`, when),
      [`${way}.words`]: words ?? '',
    })),
  ),
});

export const readOwn = (values: SubmittedValues): OwnTravelInput => ({
  there: readWay(values, 'there'),
  back: readWay(values, 'back'),
});

function readWay(values: SubmittedValues, way: OwnWay): OwnJourneyInput | null {
  if (oneValue(values, `${way}.own`) !== 'yes') return null;
  const what = way === 'there' ? 'the day on which you arrive' : 'the day on which you leave';
  return {
    place: textIn(values, `${way}.place`),
    when: readMoment(values, `${way}.when`, what),
    words: textIn(values, `${way}.words`),
  };
}

/** What is asked, of somebody themselves or of staff about them. */
const wordsOf = {
  self: {
    there: { tick: 'There on my own', legend: 'You arrive', place: 'Where you arrive' },
    back: { tick: 'Home on my own', legend: 'You leave', place: 'Where you leave from' },
  },
  staff: {
    there: { tick: 'There on their own', legend: 'They arrive', place: 'Where they arrive' },
    back: { tick: 'Home on their own', legend: 'They leave', place: 'Where they leave from' },
  },
} as const;

export interface OwnFieldsProps {
  readonly form: Form;
  readonly visit: Pick<Visit, 'firstDay' | 'lastDay'>;
  /** Who fills it in. */
  readonly by: keyof typeof wordsOf;
}

/** Both ways; what is asked of one counts once it is ticked. */
export function OwnFields({ form, visit, by }: OwnFieldsProps) {
  const words = wordsOf[by];
  return (
    <>
      {ownWays.map((way) => (
        <Checkboxes
          key={way}
          {...field(form, `${way}.own`)}
          fieldset={{
            legend: {
              text: way === 'there' ? 'The way there' : 'The way home',
              classes: 'govuk-fieldset__legend--m',
            },
          }}
          items={[
            {
              value: 'yes',
              text: words[way].tick,
              conditional: (
                <>
                  <Input
                    {...field(form, `${way}.place`)}
                    label={words[way].place}
                    hint="A station, an airport or the hotel."
                  />
                  <MomentFields
                    form={form}
                    name={`${way}.when`}
                    legend={words[way].legend}
                    dayHint={dayHint(way === 'there' ? visit.firstDay : visit.lastDay)}
                  />
                  <Textarea
                    {...field(form, `${way}.words`)}
                    label="Anything else that we should know (optional)"
                    rows={2}
                  />
                </>
              ),
            },
          ]}
        />
      ))}
    </>
  );
}
