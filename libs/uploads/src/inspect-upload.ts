import { accepted, refuse, type Checked, type FieldProblem } from '#checks';
import { decodeText } from '#csv';
import { listInWords, numberInWords } from '#ui';
import { cleanFileName, shownFileName } from './clean-name.js';
import { kindFacts, type FileKind } from './kinds/file-kinds.js';
import { jpegEnd } from './kinds/jpeg-end.js';
import { pdfEnd } from './kinds/pdf-end.js';
import { pngEnd } from './kinds/png-end.js';
import { hasSecondKind } from './kinds/second-kind.js';
import type { SentFile } from './receive-form.js';

export interface UploadRules {
  /** The field beside which a problem is told. */
  readonly field: string;
  /** At least one. */
  readonly kinds: readonly FileKind[];
  /** In bytes. */
  readonly mostBytes: number;
}

/** A file that is what it says. */
export interface AcceptedFile {
  /** By its content, whatever its name was. */
  readonly kind: FileKind;
  readonly mediaType: string;
  /** Clean, with the ending of its kind: see {@link cleanFileName}. */
  readonly name: string;
  /** What stood after the file's own end has been cut off. */
  readonly bytes: Uint8Array;
}

export type UploadCode =
  'file-too-large' | 'file-empty' | 'file-not-accepted' | 'file-damaged' | 'file-two-kinds';

/**
 * Looks at a file that somebody sent: whether it is one of the kinds asked for, by its content from its beginning to its end,
 * and nothing else besides. It is not unpacked, and what it holds is not judged: give it out as a download only
 * (`downloadHeaders` of the platform).
 */
export function inspectUpload(
  sent: SentFile,
  rules: UploadRules,
): Checked<AcceptedFile, FieldProblem<UploadCode>> {
  const { field, kinds, mostBytes } = rules;
  const bytes = Buffer.from(sent.bytes.buffer, sent.bytes.byteOffset, sent.bytes.byteLength);
  if (sent.isTooLarge || bytes.length > mostBytes)
    return refuse(field, 'file-too-large', tooLarge(mostBytes));
  if (bytes.length === 0) return refuse(field, 'file-empty', 'The file is empty. Choose another one.');
  const kind = kindOf(bytes, kinds);
  if (kind === null) return refuse(field, 'file-not-accepted', notAccepted(sent.name, kinds));
  const name = cleanFileName(sent.name, kind);
  if (hasSecondKind(bytes)) return refuse(field, 'file-two-kinds', twoKinds(name));
  const end = ends[kind](bytes);
  if (end === null) return refuse(field, 'file-damaged', damaged(name, kind));
  return accepted({ kind, mediaType: kindFacts[kind].mediaType, name, bytes: bytes.subarray(0, end) });
}

/** 413 where a file is too large, else 422. */
export const statusOfProblems = (problems: readonly { readonly code: string }[]): 413 | 422 =>
  problems.some(({ code }) => code === 'file-too-large') ? 413 : 422;

const beginnings: Readonly<Record<Exclude<FileKind, 'csv'>, string>> = {
  pdf: '%PDF-',
  png: '\x89PNG\r\n\x1a\n',
  jpeg: '\xff\xd8\xff',
};

const ends: Readonly<Record<FileKind, (bytes: Buffer) => number | null>> = {
  pdf: pdfEnd,
  png: pngEnd,
  jpeg: jpegEnd,
  csv: ({ length }) => length,
};

function kindOf(bytes: Buffer, kinds: readonly FileKind[]): FileKind | null {
  const begins = kinds.find((kind) => kind !== 'csv' && hasBeginning(bytes, beginnings[kind]));
  if (begins !== undefined) return begins;
  return kinds.includes('csv') && decodeText(bytes, 'a CSV file').ok ? 'csv' : null;
}

const hasBeginning = (bytes: Buffer, beginning: string): boolean =>
  bytes.toString('latin1', 0, beginning.length) === beginning;

const megabyte = 1024 * 1024;

/** @param most in bytes */
const tooLarge = (most: number): string =>
  `The file is larger than ${most < megabyte ? `${numberInWords(Math.floor(most / 1024))} KB` : `${numberInWords(Math.floor(most / megabyte))} MB`}. Choose a smaller one, or save it with less detail.`;

function notAccepted(declared: string, kinds: readonly FileKind[]): string {
  const called = kinds.map((kind) => kindFacts[kind].called);
  return `“${shownFileName(declared)}” is not ${listInWords(called, 'or')}, whatever its name says. Choose another file, or save this one as ${called[0] ?? 'another kind'}.`;
}

const damaged = (name: string, kind: FileKind): string =>
  `“${name}” is not a whole file: ${kindFacts[kind].called} ends otherwise. Open it, save it again and choose the new one.`;

const twoKinds = (name: string): string =>
  `“${name}” has another kind of file hidden in it. Save it again from the program that it was made with, and choose the new one.`;
