import { sheetOf } from '#sheets';
import { readinessItems, type ReadinessItem } from './domain/item.js';
import { itemWords, statusWords } from './in-words.js';
import type { ReadyTraveller } from './read-readiness.js';

/** How ready everybody is, as a table to take out: states in words, nothing of what was told. */
export const readinessSheet = (title: string, travellers: readonly ReadyTraveller[]) =>
  sheetOf({
    name: `Readiness, ${title}`,
    columns: [
      { key: 'number', title: 'Number', kind: 'number' },
      { key: 'name', title: 'Traveller', kind: 'text' },
      { key: 'organisation', title: 'Organisation', kind: 'text' },
      { key: 'open', title: 'To do', kind: 'number' },
      ...readinessItems.map((item) => ({ key: item, title: itemWords[item], kind: 'text' as const })),
    ],
    rows: travellers.map(({ traveller, marks, open }) => ({
      number: traveller.number,
      name: traveller.name,
      organisation: traveller.organisationName,
      open,
      ...(Object.fromEntries(
        readinessItems.map((item) => {
          const { status, words } = marks[item];
          return [item, words === null ? statusWords[status] : `${statusWords[status]}: ${words}`];
        }),
      ) as Record<ReadinessItem, string>),
    })),
  });
