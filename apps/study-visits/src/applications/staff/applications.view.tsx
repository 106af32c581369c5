import {
  BreakableEmail,
  Button,
  ButtonGroup,
  Details,
  EmptyState,
  ExportLinks,
  exportOf,
  field,
  FilterForm,
  form,
  Input,
  listInWords,
  Pages,
  plural,
  ResponsiveTable,
  Select,
  Tag,
  Tags,
  type Sort,
} from '#ui';
import { isEnded } from '../../visits/domain/status.js';
import type { Visit } from '../../visits/domain/visit.js';
import { applicationPath, applicationsPath } from '../addresses.js';
import type { ApplyWindow } from '../domain/apply-window.js';
import { applicationKinds, applicationStatuses, type ApplicationStatus } from '../domain/application.js';
import type { Count, Counted } from '../domain/counts.js';
import { isWhole, listQuery, sortKeys, type ListFilter, type SortKey } from '../domain/list-filter.js';
import { categoryInWords, deadlineInWords, kindWords, momentOf, statusWords } from '../in-words.js';
import { ApplicationTag } from '../pages/application-list.js';
import { pageSize, type ListedApplication, type ListedPage } from '../read-applications.js';

export interface ApplicationsViewProps {
  readonly visit: Visit;
  readonly window: ApplyWindow;
  readonly states: Readonly<Record<ApplicationStatus, number>>;
  readonly submitted: readonly Counted[];
  readonly organisations: readonly Count[];
  readonly categories: readonly Count[];
  readonly listed: ListedPage;
  readonly filter: ListFilter;
  /** From 1. */
  readonly page: number;
}

/** Who applies, how many of each there are beside the limits, and each of them. */
export function ApplicationsView(props: ApplicationsViewProps) {
  const { visit, states, listed, filter } = props;
  const path = applicationsPath(visit.id);
  const putIn = isEnded(visit.status) ? null : (
    <Button href={applicationsPath(visit.id, 'new')}>Put in an application for somebody</Button>
  );
  if (states.draft + states.submitted + states.withdrawn === 0) {
    return (
      <EmptyState titleText="Nobody has applied yet">
        <p class="govuk-body">
          {windowInWords(props)}
          {putIn !== null && ' What comes by post can be put in here.'}
        </p>
        {putIn}
      </EmptyState>
    );
  }
  return (
    <>
      <p class="govuk-body">{countsInWords(props)}</p>
      <p class="govuk-body">{windowInWords(props)}</p>
      {putIn !== null && <ButtonGroup>{putIn}</ButtonGroup>}
      <Limits {...props} />
      <Filters {...props} />
      {listed.items.length === 0 ? (
        <EmptyState titleText="No application is like this">
          <p class="govuk-body">
            Try fewer words, or{' '}
            <a class="govuk-link" href={path}>
              look at all of them
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <>
          <ExportLinks what="these applications" file={exportOf(path + listQuery(filter))} />
          <Applications {...props} />
        </>
      )}
    </>
  );
}

function countsInWords({ states, submitted, visit }: ApplicationsViewProps): string {
  const press = submitted.filter(({ kind }) => kind === 'press').length;
  const newcomers = submitted.filter(({ isNewcomer }) => isNewcomer).length;
  const among = [
    ...(newcomers > 0 ? [`${newcomers} of organisations that are new to the visits`] : []),
    ...(press > 0 ? [`${press} for the press`] : []),
  ];
  const more = [
    ...(states.draft > 0 ? [plural(states.draft, 'draft')] : []),
    ...(states.withdrawn > 0 ? [`${states.withdrawn} withdrawn`] : []),
  ];
  return `${plural(states.submitted, 'application')} submitted for ${plural(visit.places, 'place')}${
    among.length > 0 ? `, among them ${listInWords(among)}` : ''
  }.${more.length > 0 ? ` Besides: ${listInWords(more)}.` : ''}`;
}

function windowInWords({ visit, window }: Pick<ApplicationsViewProps, 'visit' | 'window'>): string {
  const { applicationsOpenAt: opens, applicationsCloseAt: closes } = visit;
  if (opens === null || closes === null) return 'It is not set when one can apply.';
  if (window === 'not-yet') return `One can apply from ${deadlineInWords(opens)}.`;
  if (window === 'open') return `One can apply until ${deadlineInWords(closes)}.`;
  return window === 'closed'
    ? `Applications closed on ${deadlineInWords(closes)}.`
    : 'One cannot apply: the visit is a draft or was called off.';
}

function Limits({ visit, organisations, categories }: ApplicationsViewProps) {
  if (organisations.length === 0) return null;
  const over = [...organisations, ...categories].filter(
    ({ applied, most }) => most !== null && applied > most,
  );
  return (
    <>
      {over.length > 0 && (
        <p class="govuk-body">
          More applied than can have a place:{' '}
          {listInWords(over.map(({ name, applied, most }) => `${name} (${applied} for ${most})`))}.
        </p>
      )}
      <Details summaryText="How many of each organisation and category">
        <Counts caption="By organisation" heading="Organisation" counts={organisations} visit={visit} />
        {categories.length > 0 && (
          <Counts caption="By category of membership" heading="Category" counts={categories} visit={visit} />
        )}
      </Details>
    </>
  );
}

interface CountsProps extends Pick<ApplicationsViewProps, 'visit'> {
  readonly caption: string;
  readonly heading: string;
  readonly counts: readonly Count[];
}

function Counts({ caption, heading, counts }: CountsProps) {
  return (
    <ResponsiveTable
      caption={caption}
      captionClasses="govuk-table__caption--s"
      columns={[
        { key: 'name', heading },
        { key: 'applied', heading: 'Applied', format: 'numeric' },
        { key: 'most', heading: 'Places at most', format: 'numeric' },
      ]}
      rows={counts.map(({ name, applied, most }) => [
        <bdi>{name}</bdi>,
        String(applied),
        most === null ? 'No limit' : String(most),
      ])}
    />
  );
}

function Filters({ visit, filter, organisations }: ApplicationsViewProps) {
  const path = applicationsPath(visit.id);
  const shown = form({
    q: filter.words,
    status: filter.status ?? '',
    kind: filter.kind ?? '',
    organisation: filter.organisation,
  });
  const names = [...new Set([...organisations.map(({ name }) => name), filter.organisation])].filter(
    (name) => name !== '',
  );
  return (
    <FilterForm
      action={path}
      label="Applications"
      show="Show these applications"
      all={isWhole(filter) ? null : { text: 'Show all of them', href: path }}
    >
      <Input
        {...field(shown, 'q')}
        label="Name, address, organisation or code"
        type="search"
        autocomplete="off"
      />
      <div class="cn-filters__fields">
        <Select
          {...field(shown, 'status')}
          label="State"
          items={[
            { value: '', text: 'Any but withdrawn' },
            ...applicationStatuses.map((status) => ({ value: status, text: statusWords[status] })),
          ]}
        />
        <Select
          {...field(shown, 'kind')}
          label="Applies as"
          items={[
            { value: '', text: 'Either' },
            ...applicationKinds.map((kind) => ({ value: kind, text: kindWords[kind] })),
          ]}
        />
        <Select
          {...field(shown, 'organisation')}
          label="Organisation"
          items={[{ value: '', text: 'Any' }, ...names.map((name) => ({ value: name, text: name }))]}
        />
      </div>
    </FilterForm>
  );
}

function Applications({ visit, listed, filter, page }: ApplicationsViewProps) {
  const path = applicationsPath(visit.id);
  const hrefOf = (sort: Sort) =>
    path +
    listQuery({
      ...filter,
      sort: sortKeys.find((key) => key === sort.key) ?? 'name',
      isDescending: sort.direction === 'descending',
    });
  const query = listQuery(filter);
  const sortable = (key: SortKey, heading: string) => ({ key, heading, sortable: true });
  return (
    <>
      <ResponsiveTable
        caption={plural(listed.total, 'application')}
        captionClasses="govuk-table__caption--s"
        isWide
        sort={{ key: filter.sort, direction: filter.isDescending ? 'descending' : 'ascending' }}
        sortHref={hrefOf}
        columns={[
          sortable('name', 'Name'),
          sortable('organisation', 'Organisation'),
          sortable('state', 'State'),
          sortable('submitted', 'Submitted'),
          { key: 'code', heading: 'Code' },
          { key: 'references', heading: 'References' },
        ]}
        rows={listed.items.map((application) => rowOf(visit, application))}
      />
      <Pages
        current={page}
        total={Math.ceil(listed.total / pageSize)}
        href={(number) => `${path}${query === '' ? '?' : `${query}&`}page=${number}`}
      />
    </>
  );
}

const rowOf = (visit: Visit, application: ListedApplication) => [
  <>
    <a class="govuk-link" href={applicationPath(visit.id, application.id)}>
      <bdi>{application.name}</bdi>
    </a>
    {application.email !== null && (
      <>
        <br />
        <span class="cn-quiet">
          <BreakableEmail address={application.email} />
        </span>
      </>
    )}
  </>,
  <>
    <bdi>{application.organisationName ?? ''}</bdi>
    {application.category !== null && (
      <>
        <br />
        <span class="cn-quiet">{categoryInWords(application.category)}</span>
      </>
    )}
  </>,
  <Tags>
    <ApplicationTag status={application.status} />
    {application.kind === 'press' && <Tag colour="blue">Press</Tag>}
    {application.status === 'submitted' && application.isNewcomer && <Tag colour="teal">New</Tag>}
  </Tags>,
  application.submittedAt === null ? '' : momentOf(application.submittedAt),
  application.code ?? '',
  application.referencesAsked === 0
    ? 'None asked'
    : `${application.referencesGiven} of ${application.referencesAsked} given`,
];
