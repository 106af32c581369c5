import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the structure tree: texts and nodes in the order in which they are read out. */
export interface TagNode {
  readonly tag: string;
  readonly content: readonly (string | TagNode)[];
}

export interface ReadPage {
  readonly structure: TagNode;
  /** Texts that are marked as not to be read out. */
  readonly artifacts: readonly string[];
  /** Texts that are neither. */
  readonly untagged: readonly string[];
  /** All text in the order of the file. */
  readonly text: string;
  readonly links: readonly { readonly url: string; readonly contents: string }[];
  /** Where each text of the page stands, in points from the left and the top. */
  readonly places: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
  }[];
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly isMarked: boolean;
  readonly showsTitle: boolean;
  readonly title: string;
  readonly language: string;
  /** The XML of its properties. */
  readonly properties: string;
  /** The file's bytes as characters; its compressed parts are of no use. */
  readonly source: string;
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;
type Tree = Awaited<ReturnType<Page['getStructTree']>>;

/** Text by the id of the marked content that it stands in. */
async function contentOf(page: Page) {
  const { items, lang } = await page.getTextContent({
    includeMarkedContent: true,
    disableNormalization: true,
  });
  const byId = new Map<string, string>();
  const artifacts: string[] = [];
  const untagged: string[] = [];
  const places: { text: string; x: number; y: number; width: number }[] = [];
  const open: { tag: string; id: string | null }[] = [];
  for (const item of items) {
    if ('str' in item) {
      const inside = open.findLast(({ tag, id }) => id !== null || tag === 'Artifact');
      // The reader leaves out the space at a line's end.
      const text = item.hasEOL ? `${item.str}\n` : item.str;
      if (inside?.id) byId.set(inside.id, (byId.get(inside.id) ?? '') + text);
      else if (inside) artifacts.push(item.str);
      else if (item.str.trim() !== '') untagged.push(item.str);
      const [, , , , x = 0, y = 0] = item.transform as number[];
      places.push({ text: item.str, x, y: page.view[3] ? page.view[3] - y : y, width: item.width });
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push({ tag: '', id: null, ...(item as { tag?: string; id?: string }) });
  }
  return { byId, artifacts, untagged, places, language: lang ?? '' };
}

function nodeOf(tree: Tree, byId: ReadonlyMap<string, string>): TagNode {
  const content = tree.children.map((child) =>
    'role' in child ? nodeOf(child, byId) : (byId.get(child.id) ?? ''),
  );
  return { tag: tree.role, content };
}

async function pageOf(page: Page): Promise<ReadPage & { language: string }> {
  const { byId, artifacts, untagged, places, language } = await contentOf(page);
  const annotations = (await page.getAnnotations()) as { url?: string; contentsObj?: { str: string } }[];
  return {
    structure: nodeOf(await page.getStructTree(), byId),
    artifacts: artifacts.filter((text) => text.trim() !== ''),
    untagged,
    text: places.map(({ text }) => text).join(''),
    places: places.filter(({ text }) => text.trim() !== ''),
    links: annotations.map(({ url = '', contentsObj }) => ({ url, contents: contentsObj?.str ?? '' })),
    language,
  };
}

/** Reads a PDF back with Mozilla's reader, which shares nothing with what wrote it. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    pages.push(await pageOf(await pdf.getPage(number)));
  const { info, metadata } = await pdf.getMetadata();
  const preferences = await pdf.getViewerPreferences();
  const marks = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const read: ReadPdf = {
    pages,
    isMarked: marks?.get('Marked') === true,
    showsTitle: (preferences as ReadonlyMap<string, unknown> | null)?.get('DisplayDocTitle') === true,
    title: (info as { Title?: string }).Title ?? '',
    language: pages[0]?.language ?? '',
    properties: metadata?.getRaw() ?? '',
    source: bytes.toString('latin1'),
  };
  await task.destroy();
  return read;
}

export const childrenOf = ({ content }: TagNode): readonly TagNode[] =>
  content.filter((part) => typeof part !== 'string');

/** Tags in the order in which they are read out, with the text of each, such as `H1 Invoice`. */
export function outlineOf(node: TagNode, depth = 0): string[] {
  const text = node.content.map((part) => (typeof part === 'string' ? part : '…')).join('');
  // The reader puts spaces of its own between texts that stand apart.
  const own = text.replaceAll('…', childrenOf(node).some(({ tag }) => tag === 'Link') ? '…' : '');
  const line = `${'  '.repeat(depth)}${node.tag} ${own.replaceAll(/\s+/g, ' ').trim()}`.trimEnd();
  return [line, ...childrenOf(node).flatMap((child) => outlineOf(child, depth + 1))];
}

/** All text of a node and what is in it. */
export const textOf = (node: TagNode): string =>
  node.content.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
