import type { FileProblem } from '#csv';
import type {
  Audience,
  EventDetails,
  EventFormat,
  EventKind,
  EventStatus,
} from '../../events/domain/event.js';

/** One event of a file, ready to be kept if it has no problems. */
export interface ImportRow {
  /** Where it begins: see {@link FileProblem.line}. */
  readonly line: number;
  /** As it is written, also where that has problems: to find the row by. May be ''. */
  readonly title: string;
  /** The event's name in addresses, if the file gives one. */
  readonly ref: string | null;
  /**
   * What the file calls the event, or null if it has a `ref`. A row with neither gets one from its title and start, so
   * that the same file, read again, has the same.
   */
  readonly uid: string | null;
  readonly status: EventStatus;
  readonly statusReason: string | null;
  readonly replacedBy: string | null;
  /** null where there are problems. */
  readonly details: EventDetails | null;
  readonly problems: readonly FileProblem[];
  /** What was read in another way than it was written, or left out, or looks forgotten. */
  readonly notes: readonly FileProblem[];
}

export interface ImportFile {
  readonly rows: readonly ImportRow[];
  /** What makes the file as a whole unreadable; then there are no rows. */
  readonly problems: readonly FileProblem[];
  readonly notes: readonly FileProblem[];
}

/** What is taken where a file says nothing. */
export interface ImportDefaults {
  readonly kind: EventKind;
  readonly format: EventFormat;
  readonly audience: Audience;
  readonly zone: string;
  readonly status: EventStatus;
}

/** More events than this in one file are refused. */
export const mostRows = 10_000;

/** A file that cannot be read at all. */
export const unreadableFile = (message: string, line: number | null = null): ImportFile => ({
  rows: [],
  problems: [{ line, column: null, message }],
  notes: [],
});
