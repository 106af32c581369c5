import { Tag, type TagColour } from '#ui';
import type { SwapStatus } from '../domain/swap.js';
import { statusWords } from '../in-words.js';

const colours: Readonly<Record<SwapStatus, TagColour>> = {
  asked: 'blue',
  agreed: 'yellow',
  done: 'green',
  declined: 'grey',
  refused: 'red',
  withdrawn: 'grey',
  lapsed: 'grey',
};

export function SwapTag({ status }: { readonly status: SwapStatus }) {
  return <Tag colour={colours[status]}>{statusWords[status]}</Tag>;
}
