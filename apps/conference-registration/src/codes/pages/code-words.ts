import { listInWords } from '#ui';
import { writing } from '../../set-up/writing.js';
import type { CodeChoices } from '../domain/code-details.js';
import { priceChangeInWords, type Code } from '../domain/code.js';

/** "25% off", "Keeps a place for each use", "For “Both days”", "Only for people of Oldham Council" */
export function doesInWords(
  code: Code,
  { tickets, organisations }: Omit<CodeChoices, 'today'>,
): readonly string[] {
  const names = tickets.filter(({ id }) => code.ticketTypeIds.includes(id)).map(({ name }) => `“${name}”`);
  const organisation = organisations.find(({ id }) => id === code.organisationId)?.name;
  return [
    capitalised(priceChangeInWords(code.priceChange, writing)) || 'Leaves the price as it is',
    code.reserves ? 'Keeps a place for each use' : '',
    names.length === 0 ? 'For every ticket that is not hidden' : `For ${listInWords(names)}`,
    organisation === undefined ? '' : `Only for people of ${organisation}`,
  ].filter((words) => words !== '');
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
