import {
  accepted,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import { isId } from '../../domain/ids.js';
import { markKinds, mostOver, type Leave, type Mark, type MarkKind } from './mark.js';

/** A leave as it is typed or sent. */
export interface LeaveInput {
  readonly allowedBy: string;
  readonly place: string;
  readonly until: string | null;
}

/** A mark as it is sent. */
export interface MarkInput {
  readonly id: string;
  readonly travellerId: string;
  readonly kind: string;
  readonly leave: LeaveInput | null;
  readonly over: readonly string[];
}

/** Somebody may be elsewhere only where it is known who said so and where they are. */
export function checkLeave(input: LeaveInput): Checked<Leave> {
  const allowedBy = checkText(input.allowedBy, 'allowedBy', {
    longest: 100,
    missing: { code: 'missing', message: 'Enter who said that they may.' },
  });
  const place = checkText(input.place, 'place', {
    longest: 100,
    missing: { code: 'missing', message: 'Enter where they are.' },
  });
  const until = checkOptionalText(input.until, 'until', { longest: 60 });
  if (!allowedBy.ok || !place.ok || !until.ok) {
    return refused(...problemsOf<FieldProblem>(allowedBy, place, until));
  }
  return accepted({ allowedBy: allowedBy.value, place: place.value, until: until.value });
}

const isKind = (text: string): text is MarkKind => markKinds.some((kind) => kind === text);

/** @returns the mark; a leave with another kind than `elsewhere` is dropped */
export function checkMark(input: MarkInput): Checked<Mark> {
  if (!isId(input.id) || !isId(input.travellerId) || !input.over.every(isId)) {
    return refuse('id', 'not-an-id', 'The ids of a mark are UUIDs.');
  }
  if (input.over.length > mostOver) {
    return refuse('over', 'too-many', `A mark is made over ${mostOver} others at most.`);
  }
  if (!isKind(input.kind)) {
    return refuse('kind', 'unknown-choice', `Choose one of: ${markKinds.join(', ')}.`);
  }
  const ids = {
    id: input.id.toLowerCase(),
    travellerId: input.travellerId.toLowerCase(),
    over: [...new Set(input.over.map((id) => id.toLowerCase()))].toSorted(),
  };
  if (input.kind !== 'elsewhere') return accepted({ ...ids, kind: input.kind, leave: null });
  const leave = checkLeave(input.leave ?? { allowedBy: '', place: '', until: null });
  return leave.ok ? accepted({ ...ids, kind: 'elsewhere', leave: leave.value }) : leave;
}
