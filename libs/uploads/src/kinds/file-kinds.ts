/** Kinds of file that can be asked for. */
export const fileKinds = ['pdf', 'png', 'jpeg', 'csv'] as const;

export type FileKind = (typeof fileKinds)[number];

interface KindFacts {
  /** With its article: what a file is or is not. */
  readonly called: string;
  readonly mediaType: string;
  /** What its names end with; the first where a name says nothing. */
  readonly endings: readonly [string, ...string[]];
}

export const kindFacts: Readonly<Record<FileKind, KindFacts>> = {
  pdf: { called: 'a PDF', mediaType: 'application/pdf', endings: ['pdf'] },
  png: { called: 'a PNG picture', mediaType: 'image/png', endings: ['png'] },
  jpeg: { called: 'a JPEG picture', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  csv: { called: 'a CSV file', mediaType: 'text/csv', endings: ['csv', 'txt', 'tsv'] },
};

/** For the `accept` attribute of a control: what a browser offers first. */
export const acceptOf = (kinds: readonly FileKind[]): string =>
  kinds.flatMap((kind) => kindFacts[kind].endings.map((ending) => `.${ending}`)).join(',');
