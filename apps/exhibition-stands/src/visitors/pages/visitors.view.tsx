import {
  Button,
  ButtonGroup,
  EmptyState,
  ExportLinks,
  exportOf,
  field,
  form,
  Input,
  momentInWords,
  numberInWords,
  Pages,
  ResponsiveTable,
} from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { visitorsPath } from '../addresses.js';
import type { ShiftCount } from '../read-visitors.js';
import type { VisitorRow } from '../visitor.entity.js';
import { VisitorCounts } from './visitor-counts.js';

export interface VisitorsViewProps {
  readonly exhibition: Exhibition;
  readonly visitors: readonly VisitorRow[];
  readonly counts: readonly ShiftCount[];
  /** What is searched for. */
  readonly words: string;
  readonly pages: { readonly current: number; readonly total: number };
}

export function VisitorsView({ exhibition, visitors, counts, words, pages }: VisitorsViewProps) {
  const { id, zone } = exhibition;
  const path = visitorsPath(id);
  const all = counts.reduce((sum, count) => sum + count.visitors, 0);
  const agreed = counts.reduce((sum, count) => sum + count.agreed, 0);
  const query = (more: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...(words !== '' && { q: words }), ...more })}`;
  return (
    <ExhibitionFrame exhibition={exhibition} heading="Visitors" current="visitors">
      <p class="govuk-body">
        <strong>{numberInWords(all)}</strong> stopped by, <strong>{numberInWords(agreed)}</strong> want to
        hear more.
      </p>
      <ButtonGroup>
        <Button href={visitorsPath(id, 'new')}>Somebody stopped by</Button>
        <Button href={visitorsPath(id, 'import')} classes="govuk-button--secondary">
          Add a list
        </Button>
      </ButtonGroup>
      <VisitorCounts counts={counts} zone={zone} />
      {agreed > 0 && (
        <form method="get" action={path} role="search">
          <Input
            {...field(form({ q: words }), 'q')}
            label="Search"
            hint="Name, address, organisation or interest."
          />
          <Button classes="govuk-button--secondary">Search</Button>
        </form>
      )}
      {visitors.length === 0 ? (
        <EmptyState titleText={words === '' ? 'Nobody is on the list yet' : 'Nobody like this'}>
          <p class="govuk-body">
            {words === ''
              ? 'Whoever wants to hear more is listed here, once they have agreed to it.'
              : 'Search for fewer words, or for all.'}
          </p>
        </EmptyState>
      ) : (
        <>
          <ResponsiveTable
            caption="Want to hear more, the latest first"
            columns={[
              { key: 'name', heading: 'Name' },
              { key: 'email', heading: 'Email' },
              { key: 'organisation', heading: 'Organisation' },
              { key: 'interests', heading: 'Interests' },
              { key: 'agreed', heading: 'Agreed' },
              { key: 'forget', heading: 'Forget' },
            ]}
            rows={visitors.map((visitor) => [
              <bdi>{visitor.name}</bdi>,
              <bdi>{visitor.email}</bdi>,
              <bdi>{visitor.organisationName}</bdi>,
              <bdi>{visitor.interests}</bdi>,
              visitor.consentAt === null ? '' : momentInWords(visitor.consentAt, zone),
              <a class="govuk-link cn-no-print" href={visitorsPath(id, `${visitor.id}/forget`)}>
                Forget
                <span class="govuk-visually-hidden">: {visitor.name}</span>
              </a>,
            ])}
          />
          <Pages
            current={pages.current}
            total={pages.total}
            href={(page) => query({ page: String(page) })}
            landmarkLabel="Pages of visitors"
          />
          <ExportLinks what="this list" file={exportOf(query({}))} />
        </>
      )}
    </ExhibitionFrame>
  );
}
