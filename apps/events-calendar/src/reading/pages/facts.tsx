import type { ComponentChildren } from 'preact';
import type { Temporal } from 'temporal-polyfill';
import { relativeDayInWords, WhenText } from '#ui';
import type { Audience, Place, When } from '../../events/domain/event.js';
import { isPast, startDay, startInstant } from '../../events/domain/when.js';
import { homeZone } from '../../events/domain/zones.js';
import { audienceInWords } from '../../listing/domain/names.js';
import { mapAddress } from '../domain/map-address.js';
import type { EventReading } from '../read-event.js';

export interface FactsProps {
  readonly reading: EventReading;
  readonly now: Temporal.Instant;
  /** How it repeats, in words; `null` where it does not. */
  readonly repeats: string | null;
}

/** When, where, how to join and who it is for: what a reader wants to know first. */
export function Facts({ reading, now, repeats }: FactsProps) {
  const { event, shown } = reading;
  return (
    <dl class="cn-facts">
      <Fact name={whenLabel(reading, now)}>
        <WhenFact reading={reading} now={now} />
      </Fact>
      {repeats !== null && <Fact name="Repeats">{repeats}</Fact>}
      {shown.format !== 'online' && (
        <Fact name="Where">
          <WhereFact place={shown.place} />
        </Fact>
      )}
      <Fact name="How to join">
        <JoinFact {...reading} />
      </Fact>
      <Fact name="Who it is for">{audienceInWords(event.audience, event.board)}</Fact>
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

function whenLabel({ shown, original, dates }: EventReading, now: Temporal.Instant): string {
  const isOver = isPast(shown.when, now);
  if (!isOver && (shown.status === 'postponed' || shown.status === 'cancelled')) return 'Was to be';
  if (dates === null || original !== null) return 'When';
  return isOver ? 'Last time' : 'Next time';
}

function WhenFact({ reading, now }: Pick<FactsProps, 'reading' | 'now'>) {
  const { shown } = reading;
  const { when } = shown;
  const note = whenNote(when, shown.status === 'published', now);
  return (
    <>
      <WhenText when={when} />
      {note !== null && <span class="cn-quiet"> ({note})</span>}
      {shown.format !== 'in person' && when.type === 'timed' && hasOtherClock(when) && (
        <>
          <br />
          <span class="cn-quiet">
            In London: <WhenText when={{ ...when, zone: homeZone }} />
          </span>
        </>
      )}
    </>
  );
}

function whenNote(when: When, takesPlace: boolean, now: Temporal.Instant): string | null {
  if (isPast(when, now)) return 'over';
  if (when.type === 'month' || !takesPlace) return null;
  if (startInstant(when).epochNanoseconds <= now.epochNanoseconds) return 'on now';
  return relativeDayInWords(startDay(when), now.toZonedDateTimeISO(when.zone).toPlainDate());
}

const hasOtherClock = ({ start, zone }: Extract<When, { type: 'timed' }>): boolean =>
  start.toZonedDateTimeISO(zone).offset !== start.toZonedDateTimeISO(homeZone).offset;

function WhereFact({ place }: { readonly place: Place | null }) {
  if (place === null) return <>To be announced</>;
  const lines = (place.address ?? '').split('\n').filter((line) => line.trim() !== '');
  return (
    <>
      {place.name}
      {lines.map((line) => (
        <>
          <br />
          {line}
        </>
      ))}
      <br />
      <a class="govuk-link" href={mapAddress(place)} rel="noopener">
        See it on a map
      </a>
    </>
  );
}

const keepers: Readonly<Record<Audience, string>> = {
  public: 'everyone',
  members: 'members who sign in',
  board: 'the board’s members who sign in',
  invited: 'invited guests',
};

const inPerson = { 'in person': 'In person', hybrid: 'In person or online', online: 'Online' };

function JoinFact({ shown, joining }: EventReading) {
  const how = inPerson[shown.format];
  switch (joining.type) {
    case 'none':
      return <>{how}</>;
    case 'to come':
      return <>{how}. The joining link will be here before it begins.</>;
    case 'withheld':
      return (
        <>
          {how}. The joining link is shown to {keepers[joining.shownTo]}.
        </>
      );
    default:
      return (
        <>
          {how}:{' '}
          <a class="govuk-link" href={joining.url} rel="noopener nofollow">
            {joining.url}
          </a>
        </>
      );
  }
}
