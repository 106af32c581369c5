import type { Temporal } from 'temporal-polyfill';
import { accepted, checkOptionalText, problemsOf, refused, type Checked, type FieldProblem } from '#checks';
import type { FileProblem } from '#csv';
import { changeCategory } from '../../domain/category.js';
import { diff, type FieldChange } from '../../domain/changes.js';
import { createOrganisation } from '../../domain/create.js';
import { validateDetails } from '../../domain/details.js';
import { membershipChange, membershipSoFar, type MembershipChange } from '../../domain/membership.js';
import type { Category, Organisation, Status } from '../../domain/organisation.js';
import { longestReason, step, stepRule } from '../../domain/status.js';
import { problemIn } from '../domain/column-of.js';
import type { Cells } from '../domain/imported-row.js';
import type { OrganisationColumn } from '../domain/organisation-columns.js';
import { detailsInput, isSameText } from '../domain/organisation-input.js';

/** Another body that a row looks like: a record, or a row further up. */
export interface Alike {
  /** `null`: it is new, in row `line`. */
  readonly id: string | null;
  readonly name: string;
  readonly line: number | null;
}

/** What an import does about a row. */
export type Plan =
  | { readonly outcome: 'new'; readonly organisation: Organisation; readonly memberships: Memberships }
  | {
      readonly outcome: 'changed';
      readonly before: Organisation;
      readonly after: Organisation;
      readonly changes: readonly FieldChange[];
      readonly memberships: Memberships;
      readonly reason: string | null;
    }
  | { readonly outcome: 'unchanged'; readonly organisation: Organisation }
  | { readonly outcome: 'alike'; readonly alike: Alike }
  | { readonly outcome: 'problem'; readonly problems: readonly FileProblem[] };

type Memberships = readonly MembershipChange[];

/** When it is planned. */
export interface At {
  /** ISO date, where the network is. */
  readonly today: string;
  readonly now: Temporal.Instant;
}

/** A row that makes a new record. @param id UUIDv7 */
export function planNew(id: string, line: number, cells: Cells, at: At): Plan {
  const input = {
    ...detailsInput(cells, null),
    category: cells.category ?? '',
    status: cells.status || 'member',
  };
  const reason = checkOptionalText(cells.reason, 'reason', { longest: longestReason, manyLines: true });
  const created = createOrganisation(id, input, at);
  if (!created.ok || !reason.ok) return problemsAt(line, problemsOf(created, reason), null);
  const organisation = { ...created.value, statusReason: reason.value };
  return { outcome: 'new', organisation, memberships: membershipSoFar(organisation, at.today) };
}

/** A row that speaks of an organisation that there is: one change, whatever it changes. */
export function planChange(before: Organisation, line: number, cells: Cells, at: At): Plan {
  const category = inCategory(before, cells, at);
  if (!category.ok) return problemsAt(line, category.problems, 'joined');
  const status = inStatus(category.value, before, cells, at);
  if (!status.ok) return problemsAt(line, status.problems, dateColumnOf(before.status, cells));
  const stepped = status.value.organisation;
  const details = validateDetails(detailsInput(cells, stepped), { status: stepped.status, today: at.today });
  if (!details.ok) return problemsAt(line, details.problems, null);
  const after: Organisation = { ...stepped, ...details.value };
  const changes = diff(before, after);
  if (changes.length === 0) return { outcome: 'unchanged', organisation: before };
  const isMoved = before.category !== after.category || before.status !== after.status;
  const { on, reason } = status.value;
  return {
    outcome: 'changed',
    before,
    after: { ...after, version: before.version + 1, changedAt: laterOf(before, at) },
    changes,
    memberships: isMoved ? [membershipChange(before, after, on, reason)] : [],
    reason: isMoved ? reason : null,
  };
}

/** An organisation on its way to what a row says, and since when and why. */
interface Moved {
  readonly organisation: Organisation;
  readonly on: string | null;
  readonly reason: string | null;
}

/** What was written for an earlier change is no reason for this one. */
const newReason = ({ reason = '' }: Cells, { statusReason }: Organisation): string =>
  statusReason !== null && isSameText(reason, statusReason) ? '' : reason;

function inCategory(before: Organisation, cells: Cells, at: At): Checked<Moved> {
  const to = (cells.category || before.category) as Category;
  if (to === before.category) return accepted({ organisation: before, on: null, reason: null });
  const changed = changeCategory(before, to, { on: accepted(null), reason: newReason(cells, before) }, at);
  if (!changed.ok) return changed;
  const { organisation, change } = changed.value;
  return accepted({ organisation, on: change.on, reason: change.reason });
}

function inStatus(moved: Moved, before: Organisation, cells: Cells, at: At): Checked<Moved> {
  const to = (cells.status || before.status) as Status;
  if (to === before.status) return accepted(moved);
  const column = dateColumnOf(before.status, cells);
  const on = accepted((column && cells[column]) || null);
  const stepped = step(moved.organisation, to, { on, reason: newReason(cells, before) }, at);
  if (!stepped.ok) return refused(...stepped.problems);
  const { organisation, change } = stepped.value;
  return accepted({ organisation, on: change.on, reason: change.reason ?? moved.reason });
}

/** In which column the day stands on which a step is taken; of the others it is today. */
function dateColumnOf(from: Status, { status }: Cells): OrganisationColumn | null {
  const rule = status ? stepRule(from, status as Status) : null;
  if (rule?.date === 'joined') return 'joined';
  return rule?.date === 'leaves' || rule?.date === 'left' ? 'left' : null;
}

function problemsAt(
  line: number,
  problems: readonly FieldProblem[],
  dateColumn: OrganisationColumn | null,
): Plan {
  return { outcome: 'problem', problems: problems.map((problem) => problemIn(line, problem, dateColumn)) };
}

/** `changedAt` never goes back, even if a clock did. */
const laterOf = ({ changedAt }: Organisation, { now }: At) =>
  now.epochMilliseconds > changedAt.epochMilliseconds ? now : changedAt;
