/** What staff see and set up of an exhibition, each on a page of its own; the exhibition itself without one. */
export type ExhibitionTab = undefined | 'team' | 'passes' | 'stock';

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
    tabs: [{ tab: undefined, text: 'Overview' }],
  },
  {
    name: 'People',
    tabs: [
      { tab: 'team', text: 'Team' },
      { tab: 'passes', text: 'Passes' },
    ],
  },
  { name: 'Stand', tabs: [{ tab: 'stock', text: 'Stock' }] },
];
