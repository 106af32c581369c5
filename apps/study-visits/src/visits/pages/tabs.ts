/** What staff see and set up of a visit, each on a page of its own; the visit itself without one. */
export type VisitTab = string | undefined;

interface Tab {
  readonly tab: VisitTab;
  readonly text: string;
}

interface TabGroup {
  readonly name: string;
  readonly tabs: readonly Tab[];
}

/** Each feature adds its own here once its page exists: what is set up, who comes, how they are readied. */
export const tabGroups: readonly TabGroup[] = [
  { name: 'Set up', tabs: [{ tab: undefined, text: 'Overview' }] },
  { name: 'Who comes', tabs: [{ tab: 'applications', text: 'Applications' }] },
  { name: 'Getting ready', tabs: [{ tab: 'sensitive-data', text: 'Sensitive details' }] },
];
