import { Tag, type TagColour } from '#ui';
import type { EventStatus } from '../domain/stand-event.js';
import { eventStatusWords } from '../in-words.js';

const colours: Readonly<Record<EventStatus, TagColour>> = {
  draft: 'grey',
  published: 'green',
  cancelled: 'red',
};

export const EventTag = ({ status }: { readonly status: EventStatus }) => (
  <Tag colour={colours[status]}>{eventStatusWords[status]}</Tag>
);
