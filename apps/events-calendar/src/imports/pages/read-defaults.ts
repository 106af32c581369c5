import { audiences, eventFormats, eventKinds } from '../../events/domain/event.js';
import type { ImportDefaults } from '../domain/import-row.js';
import { usualDefaults } from '../usual-defaults.js';

/** The statuses that a file's events may be given. */
export const statusChoices = ['draft', 'published'] as const;

/** What whoever imports says of events that the file says nothing of; the usual where that is nothing known. */
export function readDefaults(fields: Readonly<Record<string, string | undefined>>): ImportDefaults {
  const oneOf = <T extends string>(choices: readonly T[], name: string, usual: T): T =>
    choices.find((choice) => choice === fields[name]) ?? usual;
  return {
    kind: oneOf(eventKinds, 'kind', usualDefaults.kind),
    format: oneOf(eventFormats, 'format', usualDefaults.format),
    audience: oneOf(
      audiences.filter((audience) => audience !== 'board'),
      'audience',
      usualDefaults.audience,
    ),
    status: oneOf(statusChoices, 'status', 'draft'),
    zone: usualDefaults.zone,
  };
}
