/** What a paper may be about; one of a visit’s kinds has one paper for each subject. */
export const paperKinds = [
  'traveller',
  'emergency-card',
  'briefing',
  'host',
  'interpreter',
  'risks',
] as const;

export type PaperKind = (typeof paperKinds)[number];

/** A name and what is said under it: "Seat", "12A". */
export type PaperFact = readonly [name: string, value: string];

/** One thing of a paper: something on a day, a hotel, a number to ring. */
export interface PaperEntry {
  /** The same from version to version, so that changes can be told; unique within its section. */
  readonly key: string;
  /** "10am to 12 noon, Bologna"; '' if none. */
  readonly time: string;
  /** '' where the section’s title says it all. */
  readonly title: string;
  readonly facts: readonly PaperFact[];
  /** Plain text; '' if none. */
  readonly text: string;
  /** Given where it does not take place: why, or ''. */
  readonly cancelled?: string;
}

export interface PaperSection {
  /** The same from version to version; unique within the paper. */
  readonly key: string;
  readonly title: string;
  readonly note?: string;
  readonly entries: readonly PaperEntry[];
}

/** What a printed or shown paper says. Nothing sensitive belongs in it: no passports, health, diet, birth dates. */
export interface Paper {
  readonly title: string;
  readonly about: readonly PaperFact[];
  readonly sections: readonly PaperSection[];
}
