import { crc32, deflateRawSync } from 'node:zlib';
import { Temporal } from 'temporal-polyfill';
import { renderPdf, type PdfDocument } from '#pdf';

/** A document as it is given from one thread to another. */
export type SentDocument = Omit<PdfDocument, 'madeAt'> & {
  /** Exact, ISO. */
  readonly madeAt: string;
};

/** A file, compressed as it is to stand in an archive. */
export interface RenderedFile {
  /** Of the file itself, in bytes. */
  readonly size: number;
  /** CRC-32 of the file itself. */
  readonly crc: number;
  readonly deflated: Uint8Array;
}

/** Makes the PDF of a document and compresses it. */
export async function renderFile({ madeAt, ...document }: SentDocument): Promise<RenderedFile> {
  const { bytes } = await renderPdf({ ...document, madeAt: Temporal.Instant.from(madeAt) });
  return { size: bytes.length, crc: crc32(bytes), deflated: deflateRawSync(bytes) };
}
