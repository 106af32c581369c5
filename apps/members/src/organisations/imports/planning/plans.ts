import type { FileProblem } from '#csv';
import { v7 as uuidv7 } from 'uuid';
import { joinedWithin } from '../../domain/membership.js';
import { nameKey } from '../../domain/name-key.js';
import type { Organisation } from '../../domain/organisation.js';
import { AlikeNames } from '../domain/alike.js';
import { problemIn } from '../domain/column-of.js';
import type { Cells, ImportedRow } from '../domain/imported-row.js';
import type { Identified, KnownName, KnownNames } from './known-names.js';
import { planChange, planNew, type Alike, type At, type Plan } from './plan-row.js';
import type { TakenDomains } from './taken-domains.js';

/**
 * What staff say of a row that looks like another organisation: the `same`, under the name on record; the same, to be
 * `renamed`; or an `other` one.
 */
export const decisions = ['same', 'renamed', 'other'] as const;
export type Decision = (typeof decisions)[number];

/** A row with what was decided about it. */
export interface DecidedRow extends ImportedRow {
  readonly decision: Decision | null;
}

export interface PlannedRow {
  readonly plan: Plan;
  /** What was read, or is done, in another way than it is written. */
  readonly notes: readonly FileProblem[];
}

/** What is on record of what a file speaks of. */
interface Known {
  readonly names: KnownNames;
  readonly existing: ReadonlyMap<string, Organisation>;
  readonly taken: TakenDomains;
  /** When each organisation that joined more than once left before. */
  readonly leftBefore: ReadonlyMap<string, string>;
  readonly at: At;
}

/** The plans of a file's rows, made one after the other: an organisation stands in a file once. */
export class Plans {
  /** The row of each name and each organisation so far. */
  private readonly lines = new Map<string, number>();
  private readonly fresh = new AlikeNames<Alike>();

  constructor(private readonly known: Known) {}

  next(row: DecidedRow, identified: Identified): PlannedRow {
    const { plan, note } = this.planOf(row, identified);
    const isShown = note !== null && plan.outcome !== 'problem';
    return { plan, notes: isShown ? [...row.notes, note] : row.notes };
  }

  private planOf(row: DecidedRow, identified: Identified): Told {
    if (row.problems.length > 0) return told({ outcome: 'problem', problems: row.problems });
    if (identified.by === 'id') return told(this.change(row, identified.known.id, row.cells));
    if (identified.by === 'name') return this.changeKeepingName(row, identified.known);
    const { name = '' } = row.cells;
    const alike = identified.by === 'likeness' ? identified.alike : this.fresh.find(name);
    if (alike === null || row.decision === 'other') return told(this.add(row), idUnknown(row));
    const doubled = this.doubledName(row, name);
    if (doubled !== null) return told(doubled);
    const { id } = alike;
    if (row.decision === null || id === null) return told({ outcome: 'alike', alike });
    if (row.decision === 'renamed') return told(this.change(row, id, row.cells));
    return this.changeKeepingName(row, { id, name: alike.name });
  }

  /** A name that only finds a record does not change it: capitals and "&" are not what a file is imported for. */
  private changeKeepingName(row: DecidedRow, { id, name }: KnownName): Told {
    return told(this.change(row, id, { ...row.cells, name: '' }), nameKept(row, name));
  }

  private change(row: DecidedRow, id: string, cells: Cells): Plan {
    const before = this.known.existing.get(id);
    if (before === undefined)
      return problemAt(row.line, null, 'This organisation is not on record any more.');
    const other = this.lines.get(id);
    if (other !== undefined) return doubledAt(row.line, other);
    const plan = planChange(before, row.line, cells, this.known.at);
    if (plan.outcome === 'problem') return plan;
    const after = plan.outcome === 'changed' ? plan.after : before;
    const within =
      after.joinedOn === before.joinedOn ? null : joinedWithin(after, this.known.leftBefore.get(id));
    if (within !== null) return { outcome: 'problem', problems: [problemIn(row.line, within)] };
    this.lines.set(id, row.line);
    return this.collision(row.line, after) ?? plan;
  }

  private add(row: DecidedRow): Plan {
    const plan = planNew(uuidv7(), row.line, row.cells, this.known.at);
    if (plan.outcome !== 'new') return plan;
    const { organisation } = plan;
    const problem = this.doubledName(row, organisation.name) ?? this.collision(row.line, organisation);
    if (problem !== null) return problem;
    this.fresh.add({ id: null, name: organisation.name, line: row.line });
    return plan;
  }

  private doubledName({ line }: ImportedRow, name: string): Plan | null {
    const other = this.lines.get(nameKey(name));
    return other === undefined ? null : doubledAt(line, other);
  }

  /** Another organisation has the name or one of the domains, or a row further up takes it. */
  private collision(line: number, { id, name, domains }: Organisation): Plan | null {
    const key = nameKey(name);
    const known = this.known.names.named(name);
    if (known !== null && known.id !== id) {
      return problemAt(
        line,
        'name',
        `“${known.name}” is another organisation on record. Tell the two apart by their names.`,
      );
    }
    const other = this.lines.get(key);
    if (other !== undefined) return doubledAt(line, other);
    const taken = this.known.taken.take(id, line, domains);
    if (taken !== null) return problemAt(line, 'domains', taken);
    this.lines.set(key, line);
    return null;
  }
}

/** A plan, and what is done in another way than the row is written. */
interface Told {
  readonly plan: Plan;
  readonly note: FileProblem | null;
}

const told = (plan: Plan, note: FileProblem | null = null): Told => ({ plan, note });

function nameKept({ line, cells }: ImportedRow, name: string): FileProblem | null {
  if (cells.name === name) return null;
  return { line, column: 'name', message: `It is on record as “${name}”; that name stays.` };
}

function idUnknown({ line, cells }: ImportedRow): FileProblem | null {
  if (!cells.id) return null;
  return {
    line,
    column: 'id',
    message: 'No organisation on record has this id, so a new record gets its own.',
  };
}

const problemAt = (line: number, column: string | null, message: string): Plan => ({
  outcome: 'problem',
  problems: [{ line, column, message }],
});

const doubledAt = (line: number, other: number): Plan =>
  problemAt(line, 'name', `This is the same organisation as in row ${other}. Keep one of them.`);
