import {
  allValues,
  Checkboxes,
  field,
  Input,
  Radios,
  Textarea,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { longestNote, type SleeperInput } from '../domain/sleeper-details.js';
import type { Sleeper, VisitRooms } from '../domain/visit-rooms.js';
import { nightWords } from '../in-words.js';

/** What a traveller says of themselves, in order. */
export const ownFields: readonly string[] = [
  'wish',
  'named',
  'needsAccessible',
  'title',
  'forename',
  'surname',
  'note',
];

/** The same with what only staff say. */
export const sleeperFields: readonly string[] = ['nights', 'wish', 'with', ...ownFields.slice(1)];

export const fillSleeper = ({ chosen, named, ...sleeper }: Sleeper): SubmittedValues => ({
  nights: [...sleeper.nights],
  wish: sleeper.wish?.kind ?? '',
  with: [...chosen],
  named: named.join('\n'),
  needsAccessible: sleeper.needsAccessible ? 'yes' : '',
  title: sleeper.title,
  forename: sleeper.forename,
  surname: sleeper.surname,
  note: sleeper.note,
});

/** The same for themselves: whom staff chose on their behalf is there by name. */
export const fillOwn = (sleeper: Sleeper, { sleepers }: VisitRooms): SubmittedValues => ({
  ...fillSleeper(sleeper),
  named: [
    ...sleeper.named,
    ...sleepers.filter(({ id }) => sleeper.chosen.includes(id)).map(({ name }) => name),
  ].join('\n'),
});

export const readOwn = (values: SubmittedValues): Omit<SleeperInput, 'nights'> => ({
  wish: textIn(values, 'wish'),
  with: [],
  named: textIn(values, 'named')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
  needsAccessible: textIn(values, 'needsAccessible') === 'yes',
  title: textIn(values, 'title'),
  forename: textIn(values, 'forename'),
  surname: textIn(values, 'surname'),
  note: textIn(values, 'note'),
});

export const readSleeper = (values: SubmittedValues): SleeperInput => ({
  ...readOwn(values),
  with: allValues(values, 'with').filter(Boolean),
  nights: allValues(values, 'nights'),
});

const wishes = (isOwn: boolean) => [
  {
    value: 'single',
    text: 'A room alone',
  },
  { value: 'twin', text: 'A twin with one person', hint: 'Two beds.' },
  {
    value: 'any',
    text: 'A shared room with any of several people',
    hint: isOwn ? 'Beds of your own. You may have a room alone if that fits better.' : 'Beds of their own.',
  },
  { value: 'double', text: 'A double with one person', hint: 'One bed, as for couples.' },
];

/** How somebody would like to sleep. */
function WishFields({ shown, isOwn }: { readonly shown: Form; readonly isOwn: boolean }) {
  return (
    <Radios
      {...field(shown, 'wish')}
      fieldset={{
        legend: {
          text: isOwn ? 'How would you like to sleep?' : 'How would they like to sleep?',
          classes: 'govuk-fieldset__legend--m',
        },
      }}
      hint="Nobody shares with anybody unless both say so, and in the same way."
      items={[...wishes(isOwn), ...(isOwn ? [] : [{ value: '', text: 'They said nothing yet' }])]}
    />
  );
}

function RestFields({ shown, isOwn }: { readonly shown: Form; readonly isOwn: boolean }) {
  return (
    <>
      <Checkboxes
        {...field(shown, 'needsAccessible')}
        items={[
          {
            value: 'yes',
            text: isOwn ? 'I need an accessible room' : 'They need an accessible room',
            hint: 'The hotel is told this, and not why.',
          },
        ]}
      />
      <h2 class="govuk-heading-m">Name as in the passport</h2>
      <Input
        {...field(shown, 'title')}
        label="Title (optional)"
        classes="govuk-input--width-5"
        {...(isOwn && { autocomplete: 'honorific-prefix' })}
      />
      <Input {...field(shown, 'forename')} label="Forename" {...(isOwn && { autocomplete: 'given-name' })} />
      <Input {...field(shown, 'surname')} label="Surname" {...(isOwn && { autocomplete: 'family-name' })} />
      <Input
        {...field(shown, 'note')}
        label="Note for the hotel (optional)"
        hint={`${longestNote} characters at most, such as “arrives after midnight”. Nothing about health.`}
      />
    </>
  );
}

/** What a traveller is asked: whom they would share with is written, as nobody is shown who else travels. */
export function OwnFields({ shown }: { readonly shown: Form }) {
  return (
    <>
      <WishFields shown={shown} isOwn />
      <Textarea
        {...field(shown, 'named')}
        label="With whom"
        hint="Their full name or their mail address; several each on a line of their own. Leave it blank for a room alone."
        rows={3}
      />
      <RestFields shown={shown} isOwn />
    </>
  );
}

/** What staff say of somebody. */
export function SleeperFields({
  shown,
  rooms,
  self,
}: {
  readonly shown: Form;
  readonly rooms: VisitRooms;
  readonly self: string | null;
}) {
  const others = rooms.sleepers.filter(({ id }) => id !== self);
  return (
    <>
      <Checkboxes
        {...field(shown, 'nights')}
        fieldset={{ legend: { text: 'Which nights do they stay?', classes: 'govuk-fieldset__legend--m' } }}
        items={rooms.nights.map((night) => ({ value: night, text: nightWords(night) }))}
      />
      <WishFields shown={shown} isOwn={false} />
      {others.length > 0 && (
        <Checkboxes
          {...field(shown, 'with')}
          fieldset={{ legend: { text: 'With whom', classes: 'govuk-fieldset__legend--s' } }}
          classes="govuk-checkboxes--small"
          items={others.map(({ id, name }) => ({ value: id, text: name }))}
        />
      )}
      <Textarea
        {...field(shown, 'named')}
        label="Or as they wrote it themselves"
        hint="Full names or mail addresses, each on a line of its own."
        rows={2}
      />
      <RestFields shown={shown} isOwn={false} />
    </>
  );
}
