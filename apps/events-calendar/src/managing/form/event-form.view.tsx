import { field, Input, Radios, Select, Textarea, type Form } from '#ui';
import { audiences, eventFormats, eventKinds } from '../../events/domain/event.js';
import { boards } from '../../events/domain/boards.js';
import { audienceChoices, capitalised } from '../words.js';
import { DescriptionField } from './description-field.js';
import { RecurrenceFields } from './recurrence-fields.js';
import { WhenFields } from './when-fields.js';

/** A series that an event can belong to. */
export interface SeriesChoice {
  readonly slug: string;
  readonly name: string;
}

export interface EventFieldsProps {
  readonly form: Form;
  readonly series: readonly SeriesChoice[];
  /** The rule in words where it says more than the form can; it can only be kept or given up. */
  readonly ownRule: string | null;
}

/** Every control of an event, by section. */
export function EventFields({ form, series, ownRule }: EventFieldsProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What it is</h2>
      <TitleField form={form} />
      <Select
        {...field(form, 'kind')}
        label="Kind"
        items={[
          { value: '', text: 'Choose a kind' },
          ...eventKinds.map((kind) => ({ value: kind, text: capitalised(kind) })),
        ]}
      />
      <DescriptionField form={form} />
      <Input
        {...field(form, 'tags')}
        label="Tags (optional)"
        hint="Words to find it by, with commas between them, such as housing, social value."
      />
      <SeriesFields form={form} series={series} />
      <h2 class="govuk-heading-m">When it is</h2>
      <WhenFields form={form} withMonth />
      <RecurrenceFields form={form} ownRule={ownRule} />
      <h2 class="govuk-heading-m">Where it is and how to join</h2>
      <WhereFields form={form} />
      <h2 class="govuk-heading-m">Who it is for, and whom to ask</h2>
      <AudienceFields form={form} />
      <OrganiserFields form={form} />
    </>
  );
}

/** The controls for what one date of a recurring event may have of its own. */
export function OccurrenceFields({ form }: { readonly form: Form }) {
  return (
    <>
      <h2 class="govuk-heading-m">What it is</h2>
      <TitleField form={form} />
      <DescriptionField form={form} />
      <h2 class="govuk-heading-m">When it is</h2>
      <WhenFields form={form} withMonth={false} />
      <h2 class="govuk-heading-m">Where it is and how to join</h2>
      <WhereFields form={form} />
    </>
  );
}

function TitleField({ form }: { readonly form: Form }) {
  return (
    <Input
      {...field(form, 'title')}
      label="Title"
      hint="As it should stand in people’s calendars, without the date."
    />
  );
}

function SeriesFields({ form, series }: Pick<EventFieldsProps, 'form' | 'series'>) {
  return (
    <>
      <Select
        {...field(form, 'series')}
        label="Series (optional)"
        hint="Events of one series have a page and a calendar feed together, such as three webinars of one name."
        items={[
          { value: '', text: 'Not part of a series' },
          ...series.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
      <Input {...field(form, 'newSeries')} label="Or begin a new series of this name" />
    </>
  );
}

function WhereFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Radios
        {...field(form, 'format')}
        fieldset={{
          legend: { text: 'How people take part', classes: 'govuk-fieldset__legend--s' },
        }}
        items={eventFormats.map((format) => ({ value: format, text: capitalised(format) }))}
      />
      <Input
        {...field(form, 'place.name')}
        label="Name of the place"
        hint="Such as City Hall, Cardiff. Leave it blank while it is not known."
      />
      <Textarea {...field(form, 'place.address')} label="Address (optional)" rows={3} />
      <Input
        {...field(form, 'place.latitude')}
        label="Latitude (optional)"
        hint="In decimal degrees, such as 51.4816. Latitude and longitude put it on the map."
        classes="govuk-input--width-10"
      />
      <Input
        {...field(form, 'place.longitude')}
        label="Longitude (optional)"
        hint="Such as -3.1791."
        classes="govuk-input--width-10"
      />
      <Input
        {...field(form, 'joining.url')}
        label="Joining link"
        hint="The whole address of the call, beginning with https://. Leave it blank while there is none."
        spellcheck={false}
        autocapitalize="none"
      />
      <Select
        {...field(form, 'joining.shownTo')}
        label="Who is shown the joining link"
        items={[
          { value: '', text: 'Everyone whom the event is for' },
          ...audiences.map((audience) => ({ value: audience, text: audienceChoices[audience] })),
        ]}
      />
    </>
  );
}

function AudienceFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Radios
        {...field(form, 'audience')}
        fieldset={{ legend: { text: 'Who it is for', classes: 'govuk-fieldset__legend--s' } }}
        hint="Only they find it in the calendar and in feeds."
        items={audiences.map((audience) => ({ value: audience, text: audienceChoices[audience] }))}
      />
      <Select
        {...field(form, 'board')}
        label="Which board"
        hint="Only for an event of one board."
        items={[
          { value: '', text: 'No board' },
          ...boards.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
    </>
  );
}

function OrganiserFields({ form }: { readonly form: Form }) {
  return (
    <>
      <Input
        {...field(form, 'organiser.name')}
        label="Person or team to contact (optional)"
        hint="Shown with the event."
      />
      <Input
        {...field(form, 'organiser.email')}
        label="Their email address (optional)"
        type="email"
        spellcheck={false}
      />
      <Input
        {...field(form, 'organiser.phone')}
        label="Their telephone number (optional)"
        type="tel"
        classes="govuk-input--width-20"
      />
    </>
  );
}
