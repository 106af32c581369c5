import PdfKit from 'pdfkit';
import { writeBlocks } from './blocks/blocks.js';
import { facesFor, type Faces } from './fonts/faces.js';
import type { PdfDocument } from './model.js';
import { Sheet } from './page/sheet.js';
import { plainText } from './text/plain-text.js';
import { wordsOfDocument } from './words-of-document.js';

export type RenderedPdf = {
  readonly bytes: Buffer;
  readonly pages: number;
  /**
   * Characters that no font here has, each once. On the page their numbers stand for them, such as `[U+0986]`; who is
   * read to or copies gets the characters.
   */
  readonly spelt: readonly string[];
};

const escaped = (text: unknown): unknown =>
  typeof text === 'string'
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;

class File extends PdfKit {
  /** pdfkit asks for the width of all that it writes, twice; the pen knows it. */
  override widthOfString(text: string, options?: PDFKit.Mixins.TextOptions & { textWidth?: number }): number {
    return options?.textWidth ?? super.widthOfString(text, options);
  }

  /** pdfkit 0.20 writes a file's properties a second time, into XML, as they are. */
  override endMetadata(): void {
    this.info = Object.fromEntries(Object.entries(this.info).map(([name, value]) => [name, escaped(value)]));
    super.endMetadata();
  }
}

function openFile({ title, author, language, madeAt, format = 'A4' }: PdfDocument): File {
  // pdfkit takes this subset, its types do not know it.
  const options: object = {
    size: format,
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    // What zlib makes of the same bytes differs from one processor to another, and the file must not.
    compress: false,
    displayTitle: true,
    lang: language,
    font: null,
    autoFirstPage: false,
    bufferPages: true,
    info: {
      Title: plainText(title),
      Author: plainText(author),
      Creator: 'Network events',
      CreationDate: new Date(madeAt.epochMilliseconds),
    },
  };
  return new File(options);
}

function speltIn(text: string, { regular }: Faces): readonly string[] {
  return [...new Set(text)].filter(
    (character) =>
      !/\p{Default_Ignorable_Code_Point}/u.test(character) &&
      !regular.some((face) => face.has(character.codePointAt(0) ?? 0)),
  );
}

/**
 * Makes a PDF file that can be read out: PDF 1.7, marked as PDF/UA-1 (ISO 14289-1), all fonts in it.
 *
 * The same document gives the same bytes, on any machine and at any time, as long as the packages are the same.
 */
export async function renderPdf(document: PdfDocument): Promise<RenderedPdf> {
  const words = wordsOfDocument(document).replaceAll('\n', '');
  const faces = await facesFor(`${words}Page of 0123456789`);
  const file = openFile(document);
  const sheet = new Sheet(file, faces, document.format ?? 'A4');
  const root = file.struct('Document');
  file.addStructure(root);
  writeBlocks(sheet, document.blocks, root);
  const { pages } = sheet;
  sheet.margins(document.runningTitle, document.footer);
  root.end();
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(Buffer.from(chunk as Uint8Array));
  return { bytes: Buffer.concat(chunks), pages, spelt: speltIn(words, faces) };
}
