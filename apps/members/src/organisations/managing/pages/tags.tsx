import { Tag, type TagColour } from '#ui';
import type { Status } from '../../domain/organisation.js';
import { statusWords } from '../../domain/words.js';

const colours: Readonly<Record<Status, TagColour>> = {
  applied: 'blue',
  approved: 'teal',
  declined: 'grey',
  member: 'green',
  leaving: 'yellow',
  retained: 'purple',
  left: 'grey',
};

/** How an organisation stands, as a tag; its word says it, its colour repeats it. */
export function StatusTag({ status }: { readonly status: Status }) {
  return <Tag colour={colours[status]}>{statusWords[status]}</Tag>;
}
