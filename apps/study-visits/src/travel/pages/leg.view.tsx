import {
  Button,
  ButtonGroup,
  EmptyState,
  ExportLinks,
  HiddenFields,
  InsetText,
  plural,
  ResponsiveTable,
  SummaryList,
  WarningText,
} from '#ui';
import { homeZone } from '#checks';
import { staffCountsPath } from '../../head-counts/addresses.js';
import { isEnded } from '../../visits/domain/status.js';
import { driverPath, legPath } from '../addresses.js';
import { isSameManifest, type ManifestChanges } from '../domain/manifest.js';
import { kindWords, legFacts, legName, momentWords, neededFacts, wayWords } from '../in-words.js';
import type { DriverLink } from '../manifest/driver-links.js';
import type { Manifest } from '../manifest/read-manifest.js';

export interface LegViewProps {
  readonly manifest: Manifest;
  /** Those that lead to the driver's copy now. */
  readonly links: readonly DriverLink[];
  /** Of the site. */
  readonly publicUrl: string;
}

export function LegView({ manifest, links, publicUrl }: LegViewProps) {
  const { visit, leg } = manifest;
  const path = (part: string) => legPath(visit.id, leg.id, part);
  const isPlanned = leg.status === 'planned';
  const canChange = isPlanned && !isEnded(visit.status);
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">
        <bdi>{legName(leg)}</bdi>
      </h1>
      {!isPlanned && (
        <InsetText>
          <p class="govuk-body">
            <strong>Cancelled.</strong> {leg.statusReason}
          </p>
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: 'Kind', value: kindWords[leg.kind] },
          { key: 'Takes people', value: wayWords[leg.way] },
          ...Object.entries(legFacts(leg)).map(([key, value]) => ({ key, value: <bdi>{value}</bdi> })),
          ...Object.entries(neededFacts(leg)).map(([key, value]) => ({ key, value })),
          ...(leg.seats === null ? [] : [{ key: 'Seats', value: String(leg.seats) }]),
          ...(leg.note === null ? [] : [{ key: 'Note for staff', value: <bdi>{leg.note}</bdi> }]),
        ]}
      />
      {canChange && (
        <ButtonGroup>
          <Button href={path('travellers')}>Say who is on it</Button>
          <Button href={path('edit')} classes="govuk-button--secondary">
            Change the leg
          </Button>
          <a class="govuk-link" href={`${staffCountsPath(visit.id)}/${leg.id}`}>
            Count heads
          </a>
          <a class="govuk-link" href={path('cancel')}>
            Cancel the leg
          </a>
        </ButtonGroup>
      )}
      <Passengers manifest={manifest} />
      {isPlanned && <Sending manifest={manifest} />}
      {(canChange || (isPlanned && links.length > 0)) && (
        <Drivers manifest={manifest} links={links} publicUrl={publicUrl} />
      )}
    </>
  );
}

function Passengers({ manifest: { visit, leg, passengers } }: { readonly manifest: Manifest }) {
  if (passengers.length === 0) {
    return (
      <EmptyState titleText="Nobody is on it yet">
        <p class="govuk-body">Whoever is on the leg stands here, with seats, references and mobiles.</p>
      </EmptyState>
    );
  }
  const of = leg.seats === null ? '' : ` of ${leg.seats} seats`;
  return (
    <>
      <ResponsiveTable
        caption={`Manifest: ${leg.seats === null ? plural(passengers.length, 'traveller') : `${passengers.length}${of}`}`}
        columns={[
          { key: 'name', heading: 'Traveller' },
          { key: 'seat', heading: 'Seat' },
          { key: 'mobile', heading: 'Mobile' },
          { key: 'reference', heading: 'Reference' },
          { key: 'aboard', heading: 'Aboard' },
        ]}
        rows={passengers.map(({ traveller, seat, bookingReference }) => [
          <>
            <bdi>{traveller.name}</bdi>
            <p class="cn-quiet cn-flush">
              <bdi>{traveller.organisationName}</bdi>
            </p>
          </>,
          seat ?? '–',
          traveller.phone === null ? (
            '–'
          ) : (
            <a class="govuk-link" href={`tel:${traveller.phone.replaceAll(/[^+\d]/g, '')}`}>
              {traveller.phone}
            </a>
          ),
          <bdi>{bookingReference ?? '–'}</bdi>,
          <span>
            <span aria-hidden="true">☐</span>
            <span class="govuk-visually-hidden">To tick on paper</span>
          </span>,
        ])}
      />
      <p class="govuk-body cn-no-print">
        <a class="govuk-link" href={legPath(visit.id, leg.id, 'manifest.pdf')} download>
          Take the manifest as PDF
        </a>
      </p>
      <ExportLinks what="the manifest" file={(format) => legPath(visit.id, leg.id, `export.${format}`)} />
    </>
  );
}

function Sending({ manifest }: { readonly manifest: Manifest }) {
  const { visit, leg, sent, passengers } = manifest;
  const isOver = isEnded(visit.status);
  if (passengers.length === 0 || (isOver && sent === null)) return null;
  const isNew = sent !== null && !isSameManifest(sent.changes);
  return (
    <section aria-labelledby="sent">
      <h2 class="govuk-heading-m" id="sent">
        What was sent
      </h2>
      {sent === null ? (
        <p class="govuk-body">No version of the manifest is noted as sent yet.</p>
      ) : (
        <p class="govuk-body">
          Version {sent.number} was sent on {momentWords({ at: sent.at, zone: homeZone })}.{' '}
          {isNew ? 'What changed since:' : 'Nothing has changed since.'}
        </p>
      )}
      {sent !== null && isNew && <Changes changes={sent.changes} names={manifest.names} />}
      {(sent === null || isNew) && !isOver && (
        <form method="post" action={legPath(visit.id, leg.id, 'manifest/sent')} class="cn-no-print">
          <HiddenFields values={{ version: String(leg.version) }} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Note it as sent, as it is now
          </Button>
        </form>
      )}
    </section>
  );
}

interface ChangesProps {
  readonly changes: ManifestChanges;
  readonly names: ReadonlyMap<string, string>;
}

function Changes({ changes, names }: ChangesProps) {
  const name = (id: string) => <bdi>{names.get(id) ?? 'Somebody'}</bdi>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {changes.facts.map(({ field, before, after }) => (
        <li key={field}>
          {field}: {after === '' ? 'not said any more' : after}
          {before !== '' && ` (was: ${before})`}
        </li>
      ))}
      {changes.joined.map((id) => (
        <li key={id}>{name(id)} is on it now</li>
      ))}
      {changes.left.map((id) => (
        <li key={id}>{name(id)} is not on it any more</li>
      ))}
      {changes.moved.map(({ travellerId, before, after }) => (
        <li key={travellerId}>
          {name(travellerId)} has {after === 'no seat' ? after : `seat ${after}`} (was: {before})
        </li>
      ))}
    </ul>
  );
}

function Drivers({ manifest, links, publicUrl }: LegViewProps) {
  const { visit, leg } = manifest;
  const path = (part: string) => legPath(visit.id, leg.id, part);
  return (
    <section class="cn-no-print" aria-labelledby="driver">
      <h2 class="govuk-heading-m" id="driver">
        The driver’s copy
      </h2>
      <p class="govuk-body">
        It has where and when people get on, and of each traveller the seat, the first name with an initial,
        and a box to tick. It has no whole names, no mobiles, no references, and nothing of passports or
        health.{' '}
        <a class="govuk-link" href={path('driver.pdf')} download>
          Take it as PDF
        </a>
        .
      </p>
      {links.map(({ id, secret, expiresAt }) => (
        <div key={id} class="cn-panel">
          <p class="govuk-body">
            Whoever has this link reads it until {momentWords({ at: expiresAt, zone: leg.arrives.zone })}:
          </p>
          <p class="cn-address">{`${publicUrl}${driverPath(secret)}`}</p>
          <form method="post" action={path(`driver-links/${id}/end`)}>
            <Button classes="govuk-button--warning cn-flush" preventDoubleClick>
              End this link
            </Button>
          </form>
        </div>
      ))}
      {links.length === 0 && (
        <>
          <WarningText>
            A link can be passed on. It ends a day after the arrival, or when you end it.
          </WarningText>
          <form method="post" action={path('driver-links')}>
            <Button classes="govuk-button--secondary" preventDoubleClick>
              Make a link for the driver
            </Button>
          </form>
        </>
      )}
    </section>
  );
}
