import { Button, dateInWords, Tag } from '#ui';
import { ownNowPath, ownShiftPath } from '../addresses.js';
import type { OnRota } from '../domain/stand-now.js';
import { clockInWords, nameOf, timesInWords } from '../in-words.js';
import type { OwnNow, OwnShiftNow } from '../read-own-now.js';
import { OfflineWords } from './offline-words.js';
import { UncountedStockLines } from './stock-lines.js';

interface OwnNowViewProps {
  readonly now: OwnNow;
  readonly secret: string;
}

/** Who is on the stand now. The worker shows the hidden words where the page is a copy. */
export function OwnNowView({ now, secret }: OwnNowViewProps) {
  const { exhibition, own, stand } = now;
  const { zone } = exhibition;
  const time = clockInWords(now.now, zone);
  const day = dateInWords(now.now.toZonedDateTimeISO(zone).toPlainDate());
  return (
    <>
      <span class="govuk-caption-l">{exhibition.title}</span>
      <h1 class="govuk-heading-xl">Stand now</h1>
      <div data-live data-offline={ownNowPath(secret)}>
        <OfflineWords at={now.now} zone={zone} unsent="You may not be checked in" />
        <p class="govuk-body">
          {day}, {time}
        </p>
        <h2 class="govuk-heading-m">Your shifts today and tomorrow</h2>
        {own.length === 0 ? (
          <p class="govuk-body">You have none.</p>
        ) : (
          <ul class="govuk-list">
            {own.map((shift) => (
              <OwnShift key={shift.told.id} shift={shift} secret={secret} zone={zone} />
            ))}
          </ul>
        )}
        <People title="On the stand now" list={stand.on} now={now} none="Nobody has checked in." />
        <People title="Late" list={stand.late} now={now} />
        <People title="Due" list={stand.due} now={now} />
        <People title="Next" list={stand.next} now={now} none="Nobody within a day." />
        {now.stock.length > 0 && (
          <section>
            <h2 class="govuk-heading-m">Stock on the stand</h2>
            <UncountedStockLines stock={now.stock} />
          </section>
        )}
      </div>
    </>
  );
}

function OwnShift({ shift, secret, zone }: { shift: OwnShiftNow; secret: string; zone: string }) {
  const { told, moment } = shift;
  const when = `${dateInWords(told.terms.start.toZonedDateTimeISO(zone).toPlainDate())}, ${timesInWords(told.terms, zone)}`;
  const isThere = told.status === 'checked-in';
  return (
    <li class="cn-panel">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{when}</strong> {isThere && <Tag colour="green">You are checked in</Tag>}
      </p>
      {!isThere && (moment === 'before' || moment === 'during') && (
        <form method="post" action={ownNowPath(secret)}>
          <input type="hidden" name="shift" value={told.id} />
          <Button preventDoubleClick classes="govuk-!-margin-bottom-1">
            I am here<span class="govuk-visually-hidden">: {when}</span>
          </Button>
        </form>
      )}
      {moment === 'too-early' && (
        <p class="govuk-body govuk-!-margin-bottom-1">You can check in from 15 minutes before.</p>
      )}
      {(moment === 'too-early' || moment === 'before') && !isThere && (
        <p class="govuk-body govuk-!-margin-bottom-0">
          <a class="govuk-link" href={ownShiftPath(secret, told.id, 'drop-out')}>
            I cannot do this shift<span class="govuk-visually-hidden">: {when}</span>
          </a>
        </p>
      )}
    </li>
  );
}

interface PeopleProps {
  readonly title: string;
  readonly list: readonly OnRota[];
  readonly now: OwnNow;
  /** What is said where there is nobody; nothing unless given. */
  readonly none?: string;
}

function People({ title, list, now, none }: PeopleProps) {
  if (list.length === 0 && none === undefined) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {list.length === 0 ? (
        <p class="govuk-body">{none}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {list.map((one) => (
            <li key={one.id}>
              <bdi>{nameOf(one, now.names)}</bdi>, {timesInWords(one.terms, now.exhibition.zone)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
