import { renderMarkdown, Tag, WhenText } from '#ui';
import type { EventDetails, EventStatus } from '../../events/domain/event.js';
import { recurrenceInWords } from '../../events/domain/rule-words.js';
import { audienceInWords, capitalised, formatInWords, kindInWords } from '../words.js';

export interface PreviewedEvent {
  readonly details: EventDetails;
  readonly status: EventStatus;
}

/** What readers will see first of an event that is not saved yet. */
export function EventPreview({ details }: PreviewedEvent) {
  const { recurrence, when, place } = details;
  return (
    <article class="cn-panel" aria-label="Preview">
      <h3 class="govuk-heading-l">{details.title}</h3>
      <p class="cn-tags govuk-!-margin-bottom-4">
        <Tag colour="teal">{kindInWords(details.kind)}</Tag>
      </p>
      <p class="govuk-body">
        <WhenText when={when} />
        {recurrence !== null && when.type !== 'month' && (
          <>
            <br />
            {capitalised(recurrenceInWords(recurrence.rule, when))}
          </>
        )}
      </p>
      <p class="govuk-body">
        {formatInWords(details.format)}
        {details.format !== 'online' && <>: {place?.name ?? 'the place is to be announced'}</>}
      </p>
      <p class="govuk-body">For: {audienceInWords(details.audience, details.board)}</p>
      {details.description !== '' && (
        <div class="cn-prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(details.description) }} />
      )}
    </article>
  );
}
