import { renderMarkdown, SummaryList, whenInWords, type SummaryListRow } from '#ui';
import type { EventDetails } from '../../events/domain/event.js';
import { recurrenceInWords } from '../../events/domain/rule-words.js';
import { audienceChoices, audienceInWords, capitalised, formatInWords, kindInWords } from '../words.js';

export interface DetailsSummaryProps {
  readonly details: EventDetails;
  readonly seriesName: string | null;
  /** The page where they can be changed; without one there is nothing to change here. */
  readonly editPath: string | null;
}

/** Everything that staff wrote about an event, each with a link to where it can be changed. */
export function DetailsSummary({ details, seriesName, editPath }: DetailsSummaryProps) {
  const rows: readonly Row[] = [
    { key: 'Title', value: details.title, control: 'title' },
    { key: 'Kind', value: kindInWords(details.kind), control: 'kind' },
    { key: 'When', value: whenInWords(details.when), control: 'when-type' },
    { key: 'Repeats', value: repeatsInWords(details), control: 'recurrence-repeats' },
    { key: 'Taking part', value: formatInWords(details.format), control: 'format' },
    { key: 'Place', value: <PlaceText details={details} />, control: 'place-name' },
    { key: 'Joining link', value: <JoiningText details={details} />, control: 'joining-url' },
    { key: 'For', value: audienceInWords(details.audience, details.board), control: 'audience' },
    { key: 'Contact', value: <OrganiserText organiser={details.organiser} />, control: 'organiser-name' },
    { key: 'Series', value: seriesName ?? 'None', control: 'series' },
    { key: 'Tags', value: details.tags.join(', ') || 'None', control: 'tags' },
    { key: 'Description', value: <Description text={details.description} />, control: 'description' },
  ];
  return <SummaryList rows={rows.map((row) => summaryRow(row, editPath))} />;
}

interface Row {
  readonly key: string;
  readonly value: SummaryListRow['value'];
  /** The id of its control in the form. */
  readonly control: string;
}

function summaryRow({ key, value, control }: Row, editPath: string | null): SummaryListRow {
  if (editPath === null) return { key, value };
  const change = {
    href: `${editPath}#${control}`,
    text: 'Change',
    visuallyHiddenText: key.toLowerCase(),
  };
  return { key, value, actions: { items: [change] } };
}

function repeatsInWords({ recurrence, when }: EventDetails): string {
  if (recurrence === null || when.type === 'month') return 'No';
  return capitalised(recurrenceInWords(recurrence.rule, when));
}

function PlaceText({ details: { place, format } }: { readonly details: EventDetails }) {
  if (place === null) return <>{format === 'online' ? 'None' : 'To be announced'}</>;
  return (
    <>
      {[place.name, ...(place.address?.split('\n') ?? [])].map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
      {place.coordinates !== null && (
        <>
          <br />
          <span class="cn-quiet">
            {place.coordinates.latitude}, {place.coordinates.longitude}
          </span>
        </>
      )}
    </>
  );
}

function JoiningText({ details: { joining, board } }: { readonly details: EventDetails }) {
  if (joining === null) return <>None</>;
  const shownTo =
    joining.shownTo === 'board' ? audienceInWords('board', board) : audienceChoices[joining.shownTo];
  return (
    <>
      {joining.url}
      <br />
      <span class="cn-quiet">Shown to: {shownTo}</span>
    </>
  );
}

function OrganiserText({ organiser }: { readonly organiser: EventDetails['organiser'] }) {
  if (organiser === null) return <>Nobody named</>;
  const lines = [organiser.name, organiser.email, organiser.phone].filter((line) => line !== null);
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}

function Description({ text }: { readonly text: string }) {
  if (text === '') return <>None</>;
  return <div class="cn-prose cn-flush" dangerouslySetInnerHTML={{ __html: renderMarkdown(text) }} />;
}
