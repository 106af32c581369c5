import type { ComponentChildren } from 'preact';
import { Temporal } from 'temporal-polyfill';
import { dateInWords, relativeDayInWords, timeInWords, WhenText } from '#ui';
import type { ConferenceDay } from '../../conferences/domain/conference.js';
import type { Conference } from '../domain/conference.js';
import { conferenceDays, conferenceWhen } from '../domain/conference-when.js';

export interface ConferenceFactsProps {
  readonly conference: Conference;
  readonly now: Temporal.Instant;
}

/** When, where, and who is host: what a reader wants to know first. */
export function ConferenceFacts({ conference, now }: ConferenceFactsProps) {
  return (
    <dl class="cn-facts">
      <Fact name={conference.status === 'cancelled' ? 'Was to be' : 'When'}>
        <When conference={conference} now={now} />
      </Fact>
      <Fact name="Where">
        <Where conference={conference} />
      </Fact>
      {conference.hostName !== null && <Fact name="Host">{conference.hostName}</Fact>}
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

function When({ conference, now }: ConferenceFactsProps) {
  const { first, last } = conferenceDays(conference);
  const isOneDay = first.equals(last);
  const timed = conference.days.filter(({ opens, closes }) => opens !== null || closes !== null);
  return (
    <>
      <WhenText when={isOneDay ? conferenceWhen(conference) : conferenceDays(conference)} />
      <WhenNote conference={conference} now={now} />
      {!isOneDay && timed.length > 0 && (
        <ul class="govuk-list">
          {timed.map((day) => (
            <li>{dayInWords(day)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function WhenNote({ conference, now }: ConferenceFactsProps) {
  if (conference.status === 'cancelled') return null;
  const { first, last, zone } = conferenceDays(conference);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const isOver = Temporal.PlainDate.compare(today, last) > 0;
  const isOn = !isOver && Temporal.PlainDate.compare(today, first) >= 0;
  const words = isOver ? 'over' : isOn ? 'on now' : relativeDayInWords(first, today);
  return <span class="cn-quiet"> ({words})</span>;
}

/** "Thursday 8 July: 9.30am to 5pm" */
function dayInWords({ date, opens, closes }: ConferenceDay): string {
  const day = Temporal.PlainDate.from(date);
  const time = (text: string) => timeInWords(Temporal.PlainTime.from(text));
  const from = opens === null ? null : time(opens);
  const until = closes === null ? null : time(closes);
  const words =
    from === null ? `until ${until ?? ''}` : until === null ? `from ${from}` : `${from} to ${until}`;
  return `${dateInWords(day, { impliedYear: day.year })}: ${words}`;
}

function Where({ conference: { venueName, venueAddress } }: Pick<ConferenceFactsProps, 'conference'>) {
  if (venueName === null) return <>To be announced</>;
  const lines = (venueAddress ?? '').split('\n').filter((line) => line.trim() !== '');
  const looked = encodeURIComponent([venueName, ...lines].join(', '));
  return (
    <>
      {venueName}
      {lines.map((line) => (
        <>
          <br />
          {line}
        </>
      ))}
      <br />
      <a
        class="govuk-link cn-no-print"
        href={`https://www.openstreetmap.org/search?query=${looked}`}
        rel="noopener"
      >
        See it on a map
      </a>
    </>
  );
}
