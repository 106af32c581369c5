import type { FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { takeRest } from '#uploads';
import { tooLarge } from './upload-limit.js';

/** A form with a file, as it was sent. */
export interface ReceivedForm {
  /** `null` where no file was chosen. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads a form with a file into memory, up to the limit that the service sets for files. What is over it is taken and thrown
 * away before the refusal: a browser that is still sending would not look at an answer.
 *
 * @throws Problem 413; 415 for anything but a form with a file
 */
export async function receiveUpload(request: FastifyRequest): Promise<ReceivedForm> {
  if (!request.isMultipart()) {
    throw new Problem({
      status: 415,
      code: 'unsupported-media-type',
      title: 'We could not read that',
      detail: 'Open the upload page and choose a file there.',
    });
  }
  try {
    return await readParts(request);
  } catch (error) {
    await takeRest(request.raw);
    if (isTooLarge(error)) throw tooLarge();
    throw error;
  }
}

async function readParts(request: FastifyRequest): Promise<ReceivedForm> {
  let file: ReceivedForm['file'] = null;
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      // A browser sends a control without a file as a file without a name.
      if (part.filename) file = { name: part.filename, bytes };
    } else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
  }
  return { file, fields };
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && error.statusCode === 413;

/**
 * What to say on the form of a file that was refused.
 *
 * @throws the error itself when it is no refusal of a file
 */
export function refusalOf(error: unknown): { readonly status: number; readonly messages: readonly string[] } {
  if (!(error instanceof Problem) || (error.status !== 413 && error.status !== 422)) throw error;
  const { status, detail, fields } = error;
  return { status, messages: status === 413 ? [detail] : fields.map(({ message }) => message) };
}
