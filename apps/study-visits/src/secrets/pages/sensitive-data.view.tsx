import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import {
  dateInWords,
  EmptyState,
  momentInWords,
  numberInWords,
  Pages,
  plural,
  ResponsiveTable,
  WarningText,
} from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { sensitiveDataPath } from '../addresses.js';
import { keptForDays } from '../erase-details.js';
import { fieldInWords } from '../in-words.js';
import type { HeldDetails, Look, ReadSecrets } from '../read-secrets.js';
import type { SensitiveErasureRow } from '../sensitive-erasure.entity.js';

export interface SensitiveDataViewProps {
  readonly visit: Visit;
  readonly held: readonly HeldDetails[];
  readonly looks: readonly Look[];
  readonly pages: { readonly current: number; readonly total: number };
  readonly erasures: readonly SensitiveErasureRow[];
  readonly olderKeys: Awaited<ReturnType<ReadSecrets['olderKeys']>>;
}

/** What is held of passports, health and the like, for how long, who looked at it, and what was erased. */
export function SensitiveDataView(props: SensitiveDataViewProps) {
  const { visit, held, olderKeys } = props;
  const until = Temporal.PlainDate.from(visit.lastDay).add({ days: keptForDays });
  return (
    <VisitFrame visit={visit} heading="Sensitive details" current="sensitive-data">
      <p class="govuk-body">
        Passports, insurance, emergency contacts, food and access needs are kept sealed, apart from everything
        else. Whoever looks says why. All of it is erased on {dateInWords(until)}, {keptForDays} days after
        the last day; of somebody who withdraws, {keptForDays} days after that. What applicants told of their
        needs is erased the night after it is certain that they have no place.
      </p>
      {olderKeys.map(({ keyId, count, isHere }) =>
        isHere ? (
          <p key={keyId} class="govuk-body">
            {plural(count, 'detail')} of all visits {count === 1 ? 'is' : 'are'} still sealed with the older
            key “{keyId}”. Within the hour the newest seals them; keep the older one until then.
          </p>
        ) : (
          <WarningText key={keyId}>
            {plural(count, 'detail')} of all visits {count === 1 ? 'is' : 'are'} sealed with the key “{keyId}
            ”, which this installation does not have. Nothing is lost: add the key to SENSITIVE_KEYS again.
          </WarningText>
        ),
      )}
      <h2 class="govuk-heading-l">What is kept now</h2>
      {held.length === 0 ? (
        <EmptyState titleText="Nothing is kept" headingLevel={3}>
          <p class="govuk-body">What travellers tell of their passports and needs is counted here.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="How many people told what"
          captionClasses="govuk-visually-hidden"
          columns={[
            { key: 'field', heading: 'What' },
            { key: 'kind', heading: 'Of' },
            { key: 'count', heading: 'People', format: 'numeric' },
          ]}
          rows={held.map(({ field, kind, count }) => [
            fieldInWords(field),
            kind === 'traveller' ? 'Travellers' : 'Applicants',
            numberInWords(count),
          ])}
        />
      )}
      <Looks {...props} />
      <Erasures {...props} />
    </VisitFrame>
  );
}

function Looks({ visit, looks, pages }: SensitiveDataViewProps) {
  return (
    <>
      <h2 class="govuk-heading-l">Who looked</h2>
      {looks.length === 0 ? (
        <EmptyState titleText="Nobody has looked" headingLevel={3}>
          <p class="govuk-body">Each look at what somebody told is listed here, with the reason given.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="The latest first"
          columns={[
            { key: 'at', heading: 'When' },
            { key: 'who', heading: 'Who' },
            { key: 'whose', heading: 'Whose' },
            { key: 'what', heading: 'What' },
            { key: 'why', heading: 'Why' },
          ]}
          rows={looks.map(({ at, personName, subjectName, fields, why }) => [
            momentInWords(at, homeZone),
            <bdi>{personName}</bdi>,
            <bdi>{subjectName ?? 'An applicant'}</bdi>,
            fields.map(fieldInWords).join(', '),
            <bdi>{why}</bdi>,
          ])}
        />
      )}
      <Pages
        current={pages.current}
        total={pages.total}
        href={(page) => `${sensitiveDataPath(visit.id)}?page=${page}`}
        landmarkLabel="Pages of looks"
      />
    </>
  );
}

function Erasures({ erasures }: SensitiveDataViewProps) {
  return (
    <>
      <h2 class="govuk-heading-l">What was erased</h2>
      {erasures.length === 0 ? (
        <p class="govuk-body">Nothing so far.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {erasures.map(({ id, at, people, erased }) => (
            <li key={id}>
              {momentInWords(at, homeZone)}: the details of {plural(people, 'person', 'people')} (
              {Object.entries(erased)
                .map(([field, count]) => `${fieldInWords(field)}: ${numberInWords(count)}`)
                .join(', ')}
              )
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
