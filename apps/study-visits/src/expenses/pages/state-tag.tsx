import { Tag, type TagColour } from '#ui';
import type { ExpenseState } from '../domain/steps.js';
import { stateWords } from '../in-words.js';

const colours: Readonly<Record<ExpenseState, TagColour>> = {
  written: 'grey',
  sent: 'blue',
  agreed: 'green',
  refused: 'red',
  paid: 'teal',
};

export function StateTag({ state }: { readonly state: ExpenseState }) {
  return <Tag colour={colours[state]}>{stateWords[state]}</Tag>;
}
