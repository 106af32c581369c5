import type { FileProblem } from '#csv';
import type { AllDay, EventDetails, OccurrenceException, Timed } from '../../events/domain/event.js';
import { checkRecurrence } from '../../events/domain/recurrence.js';
import { problemAt, readEvent, unreadableLines, type IcsContext, type IcsEvent } from './ics-event.js';
import { findAll, type IcsComponent } from './ics-lines.js';
import { exceptionFor, originalOf, originalsOf, type OccurrenceFields } from './ics-series.js';
import { readTimes } from './ics-when.js';

export interface Series {
  /** null where there are problems. */
  readonly details: EventDetails | null;
  readonly problems: readonly FileProblem[];
  readonly notes: readonly FileProblem[];
}

/** The details of an event with the exceptions that its EXDATEs and the other VEVENTs of its UID make. */
export function withExceptions(
  master: IcsEvent,
  details: EventDetails,
  overrides: readonly IcsComponent[],
  context: IcsContext,
): Series {
  const { when, recurrence } = details;
  if (recurrence === null || when.type === 'month') return { details, problems: [], notes: [] };
  const originals = originalsOf(recurrence.rule, when);
  const exceptions = new Map<string, OccurrenceException>();
  const places = new Map<string, IcsComponent>();
  const problems: FileProblem[] = [];
  const notes: FileProblem[] = [];
  const named = (component: IcsComponent, property: 'EXDATE' | 'RECURRENCE-ID') => {
    const names = namesIn(component, property, when, originals, context);
    notes.push(...names.notes);
    return names.originals;
  };
  for (const original of named(master.vevent, 'EXDATE'))
    exceptions.set(original, { original, type: 'removed' });
  for (const override of overrides) {
    const own = readEvent(override, context);
    notes.push(...own.notes);
    problems.push(...unreadableLines(override));
    if (!own.checked.ok)
      problems.push(...own.checked.problems.map((problem) => problemAt(override, problem)));
    for (const original of own.checked.ok ? named(override, 'RECURRENCE-ID') : []) {
      const exception = exceptionOf(original, own, master);
      if (exception !== null) exceptions.set(original, exception);
      places.set(original, override);
    }
  }
  const all = { rule: recurrence.rule, exceptions: [...exceptions.values()] };
  const checked = checkRecurrence(all, when, { kind: details.kind, audience: details.audience });
  if (checked.ok) return { details: { ...details, recurrence: checked.value }, problems, notes };
  for (const problem of checked.problems) {
    const original = problem.field.replace(/^recurrence\.exceptions\.([^.]*).*$/u, '$1');
    problems.push(problemAt(places.get(original) ?? master.vevent, problem));
  }
  return { details: null, problems, notes };
}

/** The occurrences that the properties name; a note for each property that names one which the series does not have. */
function namesIn(
  component: IcsComponent,
  property: 'EXDATE' | 'RECURRENCE-ID',
  when: Timed | AllDay,
  originals: readonly string[],
  { zones }: IcsContext,
): { originals: string[]; notes: FileProblem[] } {
  const found: string[] = [];
  const notes: FileProblem[] = [];
  for (const named of findAll(component, property)) {
    const times = readTimes(named, zones, 'recurrence');
    const names = times.ok ? times.value.map((time) => originalOf(time, when, originals)) : [null];
    found.push(...names.filter((name) => name !== null));
    if (!names.includes(null)) continue;
    const message = `The event does not repeat on ${named.raw}, so this exception is left out.`;
    notes.push({ line: named.line, column: property, message });
  }
  return { originals: found, notes };
}

function exceptionOf(original: string, own: IcsEvent, master: IcsEvent): OccurrenceException | null {
  const fields = fieldsOf(own);
  const series = fieldsOf(master);
  return fields === null || series === null ? null : exceptionFor(original, fields, series);
}

function fieldsOf({ checked, status, statusReason }: IcsEvent): OccurrenceFields | null {
  if (!checked.ok || checked.value.details.when.type === 'month') return null;
  const { title, when, format, place, joining, description } = checked.value.details;
  const cancelled = status === 'cancelled' ? { reason: statusReason ?? '' } : null;
  return { title, when, format, place, joining, description, cancelled };
}
