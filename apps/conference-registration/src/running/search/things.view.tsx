import { plural, ResponsiveTable, Tag } from '#ui';
import { manageConferencePath } from '../../manage/addresses.js';
import { customerPath, documentPath } from '../../money/addresses.js';
import { thingPath } from '../../set-up/addresses.js';
import { entryStatusWords } from '../../waiting-list/pages/line-words.js';
import type { FoundThings } from './find-things.js';

const caption = { captionClasses: 'govuk-table__caption--s' } as const;

/** Codes, those who wait, customers, and documents for study visits that were found. What there is none of is left out. */
export function ThingsView({ codes, waiting, customers, documents }: FoundThings) {
  return (
    <>
      {codes.length > 0 && (
        <ResponsiveTable
          {...caption}
          caption={plural(codes.length, 'code')}
          columns={[
            { key: 'code', heading: 'Code' },
            { key: 'note', heading: 'Note' },
            { key: 'conference', heading: 'Conference' },
          ]}
          rows={codes.map(({ id, code, note, isEnded, conferenceId, conference }) => [
            isEnded ? (
              <>
                {code} <Tag colour="grey">Ended</Tag>
              </>
            ) : (
              <a class="govuk-link" href={thingPath(conferenceId, 'codes', id, 'edit')}>
                {code}
              </a>
            ),
            note === '' ? <span class="cn-quiet">None</span> : note,
            <a class="govuk-link" href={manageConferencePath(conferenceId, 'codes')}>
              {conference}
            </a>,
          ])}
        />
      )}
      {waiting.length > 0 && (
        <ResponsiveTable
          {...caption}
          caption={plural(waiting.length, 'party on waiting lists', 'parties on waiting lists')}
          columns={[
            { key: 'name', heading: 'Name' },
            { key: 'organisation', heading: 'Organisation' },
            { key: 'status', heading: 'Status' },
            { key: 'conference', heading: 'Conference' },
          ]}
          rows={waiting.map(({ name, email, organisationName, status, conferenceId, conference }) => [
            <>
              <bdi>{name}</bdi>
              <div class="cn-quiet">{email}</div>
            </>,
            organisationName === '' ? <span class="cn-quiet">None</span> : <bdi>{organisationName}</bdi>,
            entryStatusWords[status],
            <a class="govuk-link" href={manageConferencePath(conferenceId, 'waiting-list')}>
              {conference}
            </a>,
          ])}
        />
      )}
      {customers.length > 0 && (
        <ResponsiveTable
          {...caption}
          caption={plural(customers.length, 'statement of account', 'statements of account')}
          columns={[{ key: 'name', heading: 'Customer' }]}
          rows={customers.map(({ id, name }) => [
            <a class="govuk-link" href={customerPath(id)}>
              <bdi>{name}</bdi>
            </a>,
          ])}
        />
      )}
      {documents.length > 0 && (
        <ResponsiveTable
          {...caption}
          caption={plural(documents.length, 'document for study visits', 'documents for study visits')}
          columns={[
            { key: 'document', heading: 'Document' },
            { key: 'traveller', heading: 'Traveller' },
            { key: 'visit', heading: 'Study visit' },
          ]}
          rows={documents.map(({ id, label, visit, traveller }) => [
            <a class="govuk-link" href={documentPath(id)}>
              {label}
            </a>,
            <bdi>{traveller}</bdi>,
            <bdi>{visit}</bdi>,
          ])}
        />
      )}
    </>
  );
}
