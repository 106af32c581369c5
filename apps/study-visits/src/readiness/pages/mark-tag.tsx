import { Tag, type TagColour } from '#ui';
import type { MarkStatus } from '../domain/item.js';
import { statusWords } from '../in-words.js';

/** The colour of a state, beside its words. */
export const statusColours: Readonly<Record<MarkStatus, TagColour>> = {
  done: 'green',
  missing: 'red',
  wrong: 'red',
  unsure: 'orange',
  'not-needed': 'grey',
  'not-asked': 'grey',
};

export function MarkTag({ status }: { readonly status: MarkStatus }) {
  return <Tag colour={statusColours[status]}>{statusWords[status]}</Tag>;
}
