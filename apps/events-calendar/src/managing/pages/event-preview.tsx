import type { Temporal } from 'temporal-polyfill';
import { plural, renderMarkdown, Tag, whenInWords } from '#ui';
import { recurrenceInWords } from '../../events/domain/rule-words.js';
import { EventTags } from '../../listing/pages/event-list.js';
import type { EventDates } from '../../reading/domain/dates.js';
import { Facts } from '../../reading/pages/facts.js';
import { StatusBox } from '../../reading/pages/status-box.js';
import type { EventReading } from '../../reading/read-event.js';
import { capitalised, kindInWords } from '../words.js';

export interface EventPreviewProps {
  readonly reading: EventReading;
  readonly now: Temporal.Instant;
}

/** What readers will see of an event that is not saved yet, as its own page has it. */
export function EventPreview({ reading, now }: EventPreviewProps) {
  const { event, shown, dates } = reading;
  const { recurrence, when } = event;
  const repeats =
    recurrence === null || when.type === 'month'
      ? null
      : capitalised(recurrenceInWords(recurrence.rule, when));
  return (
    <article class="cn-panel cn-event-page" aria-label="Preview">
      <StatusBox {...reading} />
      <h3 class="govuk-heading-l">{shown.title}</h3>
      <p class="cn-tags">
        <Tag colour="teal">{kindInWords(event.kind)}</Tag>
        <EventTags event={{ status: shown.status, audience: event.audience }} />
      </p>
      <Facts reading={reading} now={now} repeats={repeats} />
      {shown.description !== '' && (
        <div class="cn-prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(shown.description) }} />
      )}
      {dates !== null && <Dates dates={dates} />}
    </article>
  );
}

function Dates({ dates: { listed, more, total } }: { readonly dates: EventDates }) {
  return (
    <>
      <h4 class="govuk-heading-s">{plural(total, 'date')}</h4>
      <ul class="govuk-list govuk-list--bullet">
        {listed.map(({ original, when }) => when !== null && <li key={original}>{whenInWords(when)}</li>)}
        {more > 0 && <li>and {plural(more, 'more date')}</li>}
      </ul>
    </>
  );
}
