import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { submittedValues, type SubmittedValues } from '#ui';
import { restLimit, takeRest } from './take-rest.js';

/** A file as it was sent: nothing is known of it yet. */
export interface SentFile {
  /** What it was called there; never to be trusted. */
  readonly name: string;
  /** Empty where it is too large. */
  readonly bytes: Uint8Array;
  readonly isTooLarge: boolean;
}

export interface FormWithFiles {
  readonly values: SubmittedValues;
  /** By the control's name; none where none was chosen. Of several in one control, the first. */
  readonly files: ReadonlyMap<string, SentFile>;
}

export interface FormLimits {
  /** The largest file, in bytes. */
  readonly mostBytes: number;
  readonly mostFiles: number;
}

/**
 * Reads a form with files into memory. A file that is too large is read up to the limit and thrown away from there on, as it
 * comes in; the other answers are kept, so that the form can be shown again with what is wrong beside the field.
 *
 * @throws Problem 415 for anything but a form with files; 413 for too many files or answers; 400 for one that is broken off
 */
export async function receiveForm(request: FastifyRequest, limits: FormLimits): Promise<FormWithFiles> {
  if (!request.isMultipart()) throw notAForm();
  try {
    return await readParts(request, limits);
  } catch (error) {
    await takeRest(request.raw);
    if (error instanceof Error && 'statusCode' in error && error.statusCode === 413) throw tooMuch();
    if (error instanceof Error && !('statusCode' in error) && broken.test(error.message)) throw brokenOff();
    throw error;
  }
}

async function readParts(
  request: FastifyRequest,
  { mostBytes, mostFiles }: FormLimits,
): Promise<FormWithFiles> {
  const files = new Map<string, SentFile>();
  const values = new Map<string, string[]>();
  // The types leave out the second.
  const options = { limits: { fileSize: mostBytes, files: mostFiles }, throwFileSizeLimit: false };
  for await (const part of request.parts(options)) {
    const { fieldname } = part;
    if (part.type === 'file') {
      const file = await readFile(part, () => request.raw.destroy());
      // A browser sends a control without a file as a file without a name.
      if (file.name && !files.has(fieldname)) files.set(fieldname, file);
    } else if (typeof part.value === 'string') {
      if (part.valueTruncated) throw tooMuch();
      values.set(fieldname, [...(values.get(fieldname) ?? []), part.value]);
    }
  }
  return { values: submittedValues(asSubmitted(values)), files };
}

const asSubmitted = (values: ReadonlyMap<string, readonly string[]>) =>
  Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]));

async function readFile({ file, filename }: MultipartFile, giveUp: () => void): Promise<SentFile> {
  const pieces: Buffer[] = [];
  let late: NodeJS.Timeout | undefined;
  file.once('limit', () => {
    pieces.length = 0;
    late = setTimeout(giveUp, restLimit);
  });
  try {
    for await (const piece of file) if (!file.truncated) pieces.push(piece as Buffer);
  } finally {
    clearTimeout(late);
  }
  const isTooLarge = file.truncated;
  return { name: filename, bytes: isTooLarge ? new Uint8Array() : Buffer.concat(pieces), isTooLarge };
}

const notAForm = (): Problem =>
  new Problem({
    status: 415,
    code: 'unsupported-media-type',
    title: 'We could not read that',
    detail: 'Open the page again and send the form there.',
  });

/** What the parser (@fastify/busboy) says of a form without a boundary or an end; its errors have no code. */
const broken = /multipart|malformed part/i;

const brokenOff = (): Problem =>
  new Problem({
    status: 400,
    code: 'form-broken-off',
    title: 'We could not read that',
    detail: 'The form did not arrive whole, so nothing was saved. Open the page again and send it once more.',
  });

const tooMuch = (): Problem =>
  new Problem({
    status: 413,
    code: 'too-large',
    title: 'That is more than we can take at once',
    detail: 'Nothing was saved. Send fewer files, or shorter answers.',
  });
