import { Temporal } from 'temporal-polyfill';
import {
  Button,
  ButtonGroup,
  dateInWords,
  EmptyState,
  Paragraphs,
  plural,
  ResponsiveTable,
  SummaryList,
} from '#ui';
import { interpretersPath } from '../../interpreters/addresses.js';
import { mapAddress } from '../../itinerary/map-address.js';
import { manageVisitPath } from '../../visits/addresses.js';
import { hostPath, hostsPath } from '../addresses.js';
import type { Host } from '../host-of.js';
import { hostKindWords } from '../in-words.js';
import type { HostedVisit } from '../read-hosts.js';

export function HostsView({ hosts }: { readonly hosts: readonly Host[] }) {
  return (
    <>
      <h1 class="govuk-heading-xl">Hosts</h1>
      <p class="govuk-body">
        Organisations that visits go to. Each may be visited again by another visit. Those who interpret are{' '}
        <a class="govuk-link" href={interpretersPath}>
          on a page of their own
        </a>
        .
      </p>
      <Button href={`${hostsPath}/new`}>Add a host</Button>
      {hosts.length === 0 ? (
        <EmptyState titleText="No hosts yet">
          <p class="govuk-body">Add co-operatives, banks, universities: whoever receives the travellers.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption={plural(hosts.length, 'host')}
          columns={[
            { key: 'name', heading: 'Host' },
            { key: 'kind', heading: 'What it does' },
            { key: 'address', heading: 'Address' },
          ]}
          rows={hosts.map((host) => [
            <a class="govuk-link" href={hostPath(host.id)}>
              <bdi>{host.name}</bdi>
            </a>,
            hostKindWords[host.kind],
            host.address ?? 'Not known yet',
          ])}
        />
      )}
    </>
  );
}

export interface HostViewProps {
  readonly host: Host;
  readonly visits: readonly HostedVisit[];
}

export function HostView({ host, visits }: HostViewProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">
        <bdi>{host.name}</bdi>
      </h1>
      <SummaryList
        rows={[
          { key: 'What it does', value: hostKindWords[host.kind] },
          { key: 'Address', value: host.address ?? 'Not known yet' },
          {
            key: 'On the map',
            value:
              host.point === null ? (
                'Not known yet'
              ) : (
                <a class="govuk-link" href={mapAddress(host.point)}>
                  OpenStreetMap, {host.point.lat}, {host.point.lon}
                </a>
              ),
          },
          host.website !== null && {
            key: 'Website',
            value: (
              <a class="govuk-link" href={host.website} rel="noreferrer">
                {host.website}
              </a>
            ),
          },
          host.notes !== '' && { key: 'Notes', value: <Paragraphs text={host.notes} /> },
        ]}
      />
      <h2 class="govuk-heading-m">Whom to turn to</h2>
      {host.contacts.length === 0 ? (
        <p class="govuk-body">Nobody is entered.</p>
      ) : (
        <ResponsiveTable
          caption="Contacts; kept until two years after the last visit there"
          columns={[
            { key: 'name', heading: 'Name' },
            { key: 'role', heading: 'For' },
            { key: 'phone', heading: 'Telephone' },
            { key: 'email', heading: 'Email address' },
          ]}
          rows={host.contacts.map(({ name, role, phone, email }) => [name, role, phone ?? '–', email ?? '–'])}
        />
      )}
      <h2 class="govuk-heading-m">Visits</h2>
      {visits.length === 0 ? (
        <p class="govuk-body">No itinerary has it yet.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {visits.map((visit) => (
            <li key={visit.id}>
              <a class="govuk-link" href={manageVisitPath(visit.id, 'itinerary')}>
                <bdi>{visit.title}</bdi>
              </a>
              , from {dateInWords(Temporal.PlainDate.from(visit.firstDay))}: {plural(visit.items, 'item')}
            </li>
          ))}
        </ul>
      )}
      <ButtonGroup>
        <Button href={hostPath(host.id, 'edit')}>Change the host</Button>
        <a class="govuk-link" href={hostPath(host.id, 'merge')}>
          Merge it into another
        </a>
        <a class="govuk-link" href={hostPath(host.id, 'delete')}>
          Delete it
        </a>
      </ButtonGroup>
    </>
  );
}
