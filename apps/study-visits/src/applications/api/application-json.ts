import type { z } from 'zod';
import type { Organisation } from '#people';
import type { OpenedReference } from '../../references/open-reference.js';
import type { ReferenceRow } from '../../references/reference.entity.js';
import type { ApplicationRow } from '../application.entity.js';
import { stillMissing } from '../domain/completeness.js';
import type { OwnApplication } from '../list-own.js';
import type { OpenedApplication } from '../open-application.js';
import type { ListedApplication } from '../read-applications.js';
import type {
  applicationOutput,
  applicationsPage,
  linesOutput,
  referenceOutput,
  staffApplicationOutput,
} from './application.schema.js';

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

const ownJson = (row: ApplicationRow) => ({
  id: row.id,
  status: row.status,
  code: row.code,
  name: row.name,
  email: row.email,
  phone: row.phone,
  jobTitle: row.jobTitle,
  organisationId: row.organisationId,
  organisationName: row.organisationName,
  kind: row.kind,
  answers: { ...row.answers },
  appliedByName: row.appliedByName,
  startedAt: row.startedAt.toISOString(),
  submittedAt: text(row.submittedAt),
  withdrawnAt: text(row.withdrawnAt),
  version: row.version,
});

const askedJson = ({ id, name, relation, status, askedAt }: ReferenceRow) => ({
  id,
  name,
  relation,
  status,
  askedAt: askedAt.toISOString(),
});

/** An application as whoever looks after it sees it. */
export const applicationJson = (
  { row, visit }: OpenedApplication,
  organisations: readonly Organisation[],
  references: readonly ReferenceRow[],
  isAccessSaid: boolean | null,
): z.output<typeof applicationOutput> => ({
  visit: {
    id: visit.id,
    slug: visit.slug,
    title: visit.title,
    applicationsOpenAt: visit.applicationsOpenAt?.toString() ?? null,
    applicationsCloseAt: visit.applicationsCloseAt?.toString() ?? null,
  },
  ...ownJson(row),
  missing: stillMissing(row).map(({ field }) => field),
  organisationChoices: organisations.map(({ id, name }) => ({ id, name })),
  references: references.map(askedJson),
  isAccessSaid,
});

/** The same as staff see it. */
export const staffApplicationJson = (
  row: ApplicationRow,
  references: readonly ReferenceRow[],
  isAccessSaid: boolean,
): z.output<typeof staffApplicationOutput> => ({
  ...ownJson(row),
  category: row.category,
  isNewcomer: row.isNewcomer,
  references: references.map((reference) => ({ ...askedJson(reference), text: reference.text })),
  isAccessSaid,
});

export const listedJson = (each: ListedApplication): z.output<typeof applicationsPage>['items'][number] => ({
  ...each,
  startedAt: each.startedAt.toISOString(),
  submittedAt: text(each.submittedAt),
  withdrawnAt: text(each.withdrawnAt),
});

export const linesJson = (applications: readonly OwnApplication[]): z.output<typeof linesOutput> => ({
  items: applications.map((each) => ({
    ...each,
    submittedAt: text(each.submittedAt),
    closesAt: text(each.closesAt),
  })),
});

export const referenceJson = ({
  row,
  application,
  visit,
  isOpen,
}: OpenedReference): z.output<typeof referenceOutput> => ({
  visit: visit.title,
  applicant: application.name,
  organisationName: application.organisationName,
  name: row.name,
  relation: row.relation,
  status: row.status,
  text: row.text,
  isOpen,
  version: row.version,
});
