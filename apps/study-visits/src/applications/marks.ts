import { createHash } from 'node:crypto';
import type { Question } from './domain/application.js';
import type { ApplicationRow } from './application.entity.js';

/**
 * What somebody saw before they changed a part: the application's version, or a mark of that part alone, so that two who write
 * different parts do not get in each other's way; `null`: whatever there is.
 */
export type Seen = { readonly version: number } | { readonly mark: string } | null;

/** A mark of a part as it is; another for anything else. */
export const markOf = (part: unknown): string =>
  createHash('sha256').update(JSON.stringify(part)).digest('base64url').slice(0, 22);

/** What "about you" says. */
export const aboutOf = ({
  name,
  email,
  phone,
  jobTitle,
  organisationId,
  organisationName,
  kind,
}: ApplicationRow) => ({ name, email, phone, jobTitle, organisationId, organisationName, kind });

export const aboutMark = (row: ApplicationRow): string => markOf(aboutOf(row));

export const answerMark = (row: ApplicationRow, question: Question): string =>
  markOf([question, row.answers[question] ?? null]);

/** Whether a part is not what was seen any more. @param mark of the part as it is now */
export function isStale(seen: Seen, version: number, mark: string): boolean {
  if (seen === null) return false;
  return 'version' in seen ? seen.version !== version : seen.mark !== mark;
}
