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

const wordsOf = {
  there: { tick: 'There on my own', legend: 'You arrive', place: 'Where you arrive' },
  back: { tick: 'Home on my own', legend: 'You leave', place: 'Where you leave from' },
} as const;

export interface OwnFieldsProps {
  readonly form: Form;
  readonly visit: Pick<Visit, 'firstDay' | 'lastDay'>;
}

/** Both ways; what is asked of one counts once it is ticked. */
export function OwnFields({ form, visit }: OwnFieldsProps) {
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
              text: wordsOf[way].tick,
              conditional: (
                <>
                  <Input
                    {...field(form, `${way}.place`)}
                    label={wordsOf[way].place}
                    hint="A station, an airport or the hotel."
                  />
                  <MomentFields
                    form={form}
                    name={`${way}.when`}
                    legend={wordsOf[way].legend}
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
