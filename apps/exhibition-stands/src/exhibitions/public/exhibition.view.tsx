import type { ComponentChildren } from 'preact';
import { Temporal } from 'temporal-polyfill';
import { relativeDayInWords, renderMarkdown, WhenText } from '#ui';
import { manageExhibitionPath } from '../addresses.js';
import type { Exhibition } from '../domain/exhibition.js';
import { standInWords } from '../exhibition-facts.js';
import { dayInWords, hoursInWords } from '../in-words.js';
import { ExhibitionEvents, type HeardEvent } from './exhibition-events.js';
import { daysOf } from './exhibitions.view.js';

export interface ExhibitionViewProps {
  readonly exhibition: Exhibition;
  readonly events: readonly HeardEvent[];
  readonly now: Temporal.Instant;
  readonly maySeeManagement: boolean;
}

/** What, where and when, before the first scroll. */
export function ExhibitionView({ exhibition, events, now, maySeeManagement }: ExhibitionViewProps) {
  const { id, title, status, statusReason, summary, description } = exhibition;
  return (
    <>
      <h1 class="govuk-heading-xl">{title}</h1>
      {status === 'cancelled' && (
        <div class="cn-status cn-status--cancelled">
          <p class="cn-status__title">Cancelled</p>
          <p>{statusReason ?? 'There will be no stand.'}</p>
        </div>
      )}
      {summary !== '' && <p class="govuk-body-l">{summary}</p>}
      <Facts exhibition={exhibition} now={now} />
      {description !== '' && (
        <div class="cn-prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(description) }} />
      )}
      <ExhibitionEvents events={events} />
      {maySeeManagement && (
        <p class="govuk-body cn-no-print">
          <a class="govuk-link" href={manageExhibitionPath(id)}>
            Look after this stand
          </a>
        </p>
      )}
    </>
  );
}

function Facts({ exhibition, now }: Pick<ExhibitionViewProps, 'exhibition' | 'now'>) {
  const { venue, city, host, zone, status } = exhibition;
  const stand = standInWords(exhibition);
  const open = exhibition.days.filter(({ kind }) => kind === 'open');
  return (
    <dl class="cn-facts">
      <Fact name={status === 'cancelled' ? 'Was to be' : 'When'}>
        <WhenText when={daysOf(exhibition)} />
        {status !== 'cancelled' && <span class="cn-quiet"> ({standing(exhibition, now)})</span>}
        <ul class="govuk-list">
          {open.map((day) => (
            <li key={day.day}>
              {dayInWords(day.day)}: {hoursInWords(day)}
            </li>
          ))}
        </ul>
        {zone !== 'Europe/London' && <p class="cn-quiet">By the clock of {zone.replaceAll('_', ' ')}.</p>}
      </Fact>
      <Fact name="Where">
        {venue === null ? city : `${venue}, ${city}`}
        {stand !== null && (
          <>
            <br />
            {stand}
          </>
        )}
      </Fact>
      <Fact name="Host">{host}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="cn-facts__row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** "over", "on now", "in 3 days" */
function standing({ firstDay, lastDay, zone }: Exhibition, now: Temporal.Instant): string {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  if (today.toString() > lastDay) return 'over';
  return today.toString() >= firstDay
    ? 'on now'
    : relativeDayInWords(Temporal.PlainDate.from(firstDay), today);
}
