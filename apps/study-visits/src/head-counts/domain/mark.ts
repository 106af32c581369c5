export const markKinds = ['here', 'elsewhere', 'missing', 'open'] as const;

/** What is said of somebody in a count; `open` takes back what was said. */
export type MarkKind = (typeof markKinds)[number];

/** That somebody may be elsewhere. */
export interface Leave {
  /** Who said that they may. */
  readonly allowedBy: string;
  readonly place: string;
  /** In words, such as "7pm" or "Tuesday"; `null`: nobody said. */
  readonly until: string | null;
}

/** What one person said once of one traveller in a count, on a phone that may have had no network. */
export interface Mark {
  /** A UUID which the phone gives, so that the same mark can be sent again. */
  readonly id: string;
  readonly travellerId: string;
  readonly kind: MarkKind;
  /** With `elsewhere` alone. */
  readonly leave: Leave | null;
  /** The marks of the same traveller that were known where it was made; it takes their place, and that of no other. */
  readonly over: readonly string[];
}

/** The longest `over` that is taken. */
export const mostOver = 500;
