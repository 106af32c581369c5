import { Tag, type TagColour } from '#ui';
import { standingWords, type Standing } from '../domain/charge-words.js';

const colours: Readonly<Record<Standing, TagColour>> = {
  asked: 'grey',
  'to-pay': 'grey',
  'part-paid': 'blue',
  overdue: 'red',
  paid: 'green',
  credited: 'grey',
};

/** How something that is to be paid stands. */
export const StandingTag = ({ standing }: { readonly standing: Standing }) => (
  <Tag colour={colours[standing]}>{standingWords[standing]}</Tag>
);
