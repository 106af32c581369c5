import { Temporal } from 'temporal-polyfill';
import {
  Button,
  dateInWords,
  EmptyState,
  HiddenFields,
  momentInWords,
  Paragraphs,
  plural,
  SummaryList,
  Tag,
  timeInWords,
} from '#ui';
import { ownCalendarPath, ownDaysPath, ownMapPath } from '../addresses.js';
import { ownBriefingPath } from '../../briefings/addresses.js';
import { byDay, stretchesOf } from '../domain/own-day.js';
import { timesAtHome, timesInWords } from '../in-words.js';
import { StopText } from '../pages/item.view.js';
import { ChangeList } from '../pages/publish.view.js';
import type { NewsRow } from '../publication.entities.js';
import type { OwnDays, OwnPart } from './read-own-days.js';

interface OwnProps {
  readonly own: OwnDays;
  readonly secret: string;
  /** What they were told and have not said that they have seen. */
  readonly unseen: readonly NewsRow[];
  readonly now: Temporal.Instant;
}

/** Stretches of fewer minutes are on the way from one thing to the next. */
const shortestOpen = 45;

export function OwnDaysView({ own, secret, now, unseen }: OwnProps) {
  const { parts, visit, traveller } = own;
  const isOff = traveller.status === 'withdrawn' || visit.status === 'cancelled';
  const days = byDay(parts.filter((part) => !part.isOff));
  const next = nextOf(parts, now);
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">Your days</h1>
      {isOff && (
        <p class="govuk-body">
          {traveller.status === 'withdrawn'
            ? 'You do not travel with this visit any more, so nothing is planned for you.'
            : 'This visit was called off, so nothing is planned for you.'}
        </p>
      )}
      {!isOff && <News unseen={unseen} secret={secret} zone={visit.zone} />}
      {!isOff && next !== null && isOn(next, now) && (
        <section class="cn-panel" aria-labelledby="next">
          <h2 class="govuk-heading-m" id="next">
            Next
          </h2>
          <PartText part={next} />
        </section>
      )}
      {!isOff && days.size === 0 && (
        <EmptyState titleText="Nothing is published yet">
          <p class="govuk-body">
            What is planned for you will be here, day by day. We write to you when it is.
          </p>
        </EmptyState>
      )}
      {[...days].map(([day, all]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 class="govuk-heading-m" id={`day-${day}`}>
            <a class="govuk-link" href={ownDaysPath(secret, day)}>
              {dateInWords(Temporal.PlainDate.from(day))}
            </a>
          </h2>
          <ul class="govuk-list">
            {all.map((part) => (
              <li key={part.key}>
                {timesInWords(part)}: <bdi>{part.title}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="govuk-body cn-no-print">
        <a class="govuk-link" href={ownMapPath(secret)}>
          Where you go, on a map
        </a>
      </p>
      <p class="govuk-body cn-no-print">
        <a class="govuk-link" href={ownCalendarPath(secret)}>
          Have your days in your own calendar
        </a>
      </p>
    </>
  );
}

/** What is new to them, when they were told, and where they say that they have seen it. @param zone IANA, of the visit */
function News({ unseen, secret, zone }: Pick<OwnProps, 'unseen' | 'secret'> & { readonly zone: string }) {
  const last = unseen.at(-1);
  if (last === undefined) return null;
  const isFirst = unseen.length === 1 && last.changes.every(({ what }) => what === 'added');
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="news">
      <h2 class="cn-status__title" id="news">
        {isFirst ? 'This is new' : 'Something is different'}
      </h2>
      {isFirst ? (
        <p class="govuk-body">{plural(last.changes.length, 'item')} for you, below.</p>
      ) : (
        unseen.map(({ number, changes, toldAt }) => (
          <div key={number}>
            <p class="govuk-body cn-flush">
              <strong>Changed on {momentInWords(toldAt, zone)}:</strong>
            </p>
            <ChangeList changes={changes} />
          </div>
        ))
      )}
      <form method="post" action={ownDaysPath(secret)}>
        <HiddenFields values={{ version: String(last.number) }} />
        <Button preventDoubleClick>I have seen it</Button>
      </form>
    </section>
  );
}

export function OwnDayView({ own, secret, day, now, unseen }: OwnProps & { readonly day: string }) {
  const { visit, parts, traveller } = own;
  const days = byDay(parts);
  const all = days.get(day) ?? [];
  const next = nextOf(all, now);
  const isToday = now.toZonedDateTimeISO(visit.zone).toPlainDate().toString() === day;
  const listed = [...days.keys()];
  const [before, after] = [listed.findLast((each) => each < day), listed.find((each) => each > day)];
  const planned = all.filter((part) => !part.isOff);
  const off = all.filter((part) => part.isOff);
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">{dateInWords(Temporal.PlainDate.from(day))}</h1>
      {traveller.status === 'confirmed' && visit.status !== 'cancelled' && (
        <News unseen={unseen} secret={secret} zone={visit.zone} />
      )}
      {isToday && next !== null && (
        <section class="cn-panel" aria-labelledby="next">
          <h2 class="govuk-heading-m" id="next">
            Next
          </h2>
          <PartText part={next} />
        </section>
      )}
      {planned.length === 0 && (
        <EmptyState titleText="Nothing is planned for you on this day">
          <p class="govuk-body">If that surprises you, ask whoever leads the visit.</p>
        </EmptyState>
      )}
      <ol class="cn-timeline">
        {stretchesOf(planned, shortestOpen).map((stretch) =>
          stretch.kind === 'part' ? (
            <li key={stretch.part.key}>
              <PartText part={stretch.part} level="h2" />
            </li>
          ) : (
            <li key={stretch.start.toString()}>
              <p class="cn-timeline__when">
                Nothing is planned from {clockAt(stretch.start, visit.zone)} to{' '}
                {clockAt(stretch.end, visit.zone)}.
              </p>
            </li>
          ),
        )}
      </ol>
      {off.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Not any more</h2>
          <ul class="govuk-list">
            {off.map((part) => (
              <li key={part.key}>
                <Tag colour="red">Off</Tag> {timesInWords(part)}: <bdi>{part.title}</bdi>
                {part.reason !== null && `. ${part.reason}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <ul class="cn-choices cn-no-print">
        {planned.length > 0 && (
          <li>
            <a href={ownBriefingPath(secret, day)}>Your briefing for this day</a>
          </li>
        )}
        {before !== undefined && (
          <li>
            <a href={ownDaysPath(secret, before)}>The day before</a>
          </li>
        )}
        {after !== undefined && (
          <li>
            <a href={ownDaysPath(secret, after)}>The day after</a>
          </li>
        )}
      </ul>
    </>
  );
}

/** One thing with all that its traveller needs to be there. */
function PartText({ part, level: Heading = 'h3' }: { readonly part: OwnPart; readonly level?: 'h2' | 'h3' }) {
  const { title, kind, stop, to, facts, about } = part;
  const atHome = timesAtHome(part);
  return (
    <>
      <Heading class="cn-timeline__title">
        <bdi>{title}</bdi>
      </Heading>
      <p class="cn-timeline__when">
        <time dateTime={part.start.toString()}>{timesInWords(part)}</time>, {kind.toLowerCase()}
        {atHome !== null && (
          <>
            <br />
            London: {atHome}
          </>
        )}
      </p>
      <SummaryList
        classes="govuk-summary-list--no-border"
        rows={[
          stop !== null && { key: to === null ? 'Where' : 'From', value: <StopText stop={stop} /> },
          to !== null && { key: 'To', value: <StopText stop={to} /> },
          ...facts.filter(([, value]) => value !== '').map(([key, value]) => ({ key, value })),
        ]}
      />
      {about !== '' && <Paragraphs text={about} />}
    </>
  );
}

/** What goes on or comes next. */
const nextOf = (parts: readonly OwnPart[], now: Temporal.Instant): OwnPart | null =>
  parts.find((part) => !part.isOff && Temporal.Instant.compare(part.end, now) > 0) ?? null;

/** Whether it is today, on its own clock. */
const isOn = ({ start, zone }: OwnPart, now: Temporal.Instant): boolean =>
  start.toZonedDateTimeISO(zone).toPlainDate().equals(now.toZonedDateTimeISO(zone).toPlainDate());

const clockAt = (instant: Temporal.Instant, zone: string): string =>
  timeInWords(instant.toZonedDateTimeISO(zone).toPlainTime());
