import { Tag, type TagColour } from '#ui';
import type { EventStatus } from '../../events/domain/event.js';
import { statusInWords } from '../words.js';

const colours: Readonly<Record<EventStatus, TagColour>> = {
  draft: 'grey',
  published: 'green',
  postponed: 'yellow',
  cancelled: 'red',
};

/** An event's status as a tag; its word says it, its colour repeats it. */
export function StatusTag({ status }: { readonly status: EventStatus }) {
  return <Tag colour={colours[status]}>{statusInWords(status)}</Tag>;
}
