/** What staff see and set up of a visit, each on a page of its own; the visit itself without one. */
export type VisitTab = string | undefined;

interface Tab {
  readonly tab: VisitTab;
  readonly text: string;
}

interface TabGroup {
  readonly name: string;
  readonly tabs: readonly [Tab, ...Tab[]];
}

/** Each feature adds its own here once its page exists: what is set up, who comes, how they are readied. */
export const tabGroups: readonly [TabGroup, ...TabGroup[]] = [
  {
    name: 'Set up',
    tabs: [
      { tab: undefined, text: 'Overview' },
      { tab: 'budget', text: 'Budget' },
      { tab: 'risks', text: 'Risks' },
      { tab: 'package-travel', text: 'Package travel' },
      { tab: 'documents', text: 'Documents' },
      { tab: 'history', text: 'History' },
    ],
  },
  {
    name: 'Who comes',
    tabs: [
      { tab: 'applications', text: 'Applications' },
      { tab: 'selection', text: 'Selection' },
      { tab: 'offers', text: 'Offers' },
      { tab: 'funding', text: 'Funded places' },
      { tab: 'travellers', text: 'Travellers' },
    ],
  },
  {
    name: 'Getting ready',
    tabs: [
      { tab: 'itinerary', text: 'Itinerary' },
      { tab: 'briefings', text: 'Briefings' },
      { tab: 'sheets', text: 'Sheets for hosts' },
      { tab: 'travel', text: 'Travel' },
      { tab: 'rooms', text: 'Rooms' },
      { tab: 'papers', text: 'Papers' },
      { tab: 'money', text: 'Money' },
      { tab: 'expenses', text: 'Expenses' },
      { tab: 'readiness', text: 'Who is ready' },
      { tab: 'sensitive-data', text: 'Sensitive details' },
    ],
  },
  {
    name: 'On the way',
    tabs: [
      { tab: 'today', text: 'Today' },
      { tab: 'head-counts', text: 'Head counts' },
      { tab: 'incidents', text: 'Incidents' },
    ],
  },
  {
    name: 'After it',
    tabs: [
      { tab: 'feedback', text: 'Feedback' },
      { tab: 'learning-notes', text: 'Learning notes' },
      { tab: 'certificates', text: 'Certificates' },
      { tab: 'report', text: 'Report for the board' },
      { tab: 'erasure', text: 'What is erased' },
    ],
  },
];

/** The group that a part is in; the first for what is in none. */
export const groupOf = (current: VisitTab): TabGroup =>
  tabGroups.find(({ tabs }) => tabs.some(({ tab }) => tab === current)) ?? tabGroups[0];
