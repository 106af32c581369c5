/** What a traveller has to have, in the order of the matrix. */
export const readinessItems = [
  'passport',
  'insurance',
  'emergency-contact',
  'dietary',
  'access',
  'rooming',
  'travel',
  'deposit',
  'balance',
  'consent',
] as const;

export type ReadinessItem = (typeof readinessItems)[number];

/** What travellers tell themselves, by their own link. */
export const toldItems = [
  'passport',
  'insurance',
  'emergency-contact',
  'dietary',
  'access',
  'consent',
] as const satisfies readonly ReadinessItem[];

export type ToldItem = (typeof toldItems)[number];

export const isToldItem = (text: string): text is ToldItem => toldItems.some((item) => item === text);

/**
 * How one thing stands: `missing`: to be told or done; `wrong`: told, and it will not do; `unsure`: told, and it is not known
 * whether it will do; `not-asked`: nobody has been asked yet, so nobody can have done it.
 */
export const markStatuses = ['done', 'missing', 'wrong', 'unsure', 'not-needed', 'not-asked'] as const;

export type MarkStatus = (typeof markStatuses)[number];

/** How one thing stands, in words that hold nothing private. */
export interface Mark {
  readonly status: MarkStatus;
  /** "Issued 10 years or more before the visit"; `null` where the state says it all. */
  readonly words: string | null;
}

export type Marks = Readonly<Record<ReadinessItem, Mark>>;

/** Whether something is still to be done about it. */
export const isOpen = (status: MarkStatus): boolean =>
  status === 'missing' || status === 'wrong' || status === 'unsure';

/** The worse, the higher: by this rows are sorted, and a change is found to be for the worse. */
const badness: Readonly<Record<MarkStatus, number>> = {
  'not-needed': 0,
  done: 0,
  'not-asked': 1,
  unsure: 2,
  missing: 3,
  wrong: 4,
};

/** Above 0: the first is worse. */
export const compareStatuses = (one: MarkStatus, other: MarkStatus): number => badness[one] - badness[other];
