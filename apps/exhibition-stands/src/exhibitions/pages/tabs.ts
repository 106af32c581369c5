/** What staff see and set up of an exhibition, each on a page of its own; the exhibition itself without one. */
export type ExhibitionTab =
  | undefined
  | 'days'
  | 'tasks'
  | 'costs'
  | 'documents'
  | 'sketch'
  | 'history'
  | 'team'
  | 'passes'
  | 'events'
  | 'visitors'
  | 'stock'
  | 'today'
  | 'swaps'
  | 'afterwards'
  | 'shifts'
  | 'rota';

interface Tab {
  readonly tab: ExhibitionTab;
  readonly text: string;
}

interface TabGroup {
  readonly name: string;
  readonly tabs: readonly Tab[];
}

/** Each feature adds its own here once its page exists: what is set up, who is on the stand, what happens there. */
export const tabGroups: readonly TabGroup[] = [
  {
    name: 'Set up',
    tabs: [
      { tab: undefined, text: 'Overview' },
      { tab: 'days', text: 'Days' },
      { tab: 'tasks', text: 'Tasks' },
      { tab: 'costs', text: 'Costs' },
      { tab: 'documents', text: 'Documents' },
      { tab: 'sketch', text: 'Floor' },
      { tab: 'history', text: 'History' },
    ],
  },
  {
    name: 'People',
    tabs: [
      { tab: 'team', text: 'Team' },
      { tab: 'passes', text: 'Passes' },
      { tab: 'shifts', text: 'Shifts' },
      { tab: 'rota', text: 'Rota' },
      { tab: 'swaps', text: 'Swaps' },
    ],
  },
  {
    name: 'Stand',
    tabs: [
      { tab: 'today', text: 'Stand now' },
      { tab: 'events', text: 'Events' },
      { tab: 'visitors', text: 'Visitors' },
      { tab: 'stock', text: 'Stock' },
      { tab: 'afterwards', text: 'Afterwards' },
    ],
  },
];
