import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export interface Link {
  readonly href: string;
  readonly text: string;
}

/** A page as a reader and a program see it. */
export interface ReadPage {
  readonly status: number;
  readonly html: string;
  /** All words, white space made single. */
  readonly text: string;
  readonly links: readonly Link[];
  /** Like `2 November 2026`: level and words. */
  readonly headings: readonly string[];
  readonly title: string;
  readonly headers: Headers;
  /** The content of a `<meta>` by its name or property. */
  meta(this: void, name: string): string | undefined;
  /** The addresses of links with these words. */
  hrefs(this: void, text: string | RegExp): string[];
  /** Elements by tag name. */
  all(this: void, tag: string): Element[];
  readonly elements: readonly Element[];
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

export function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const blocks =
  /^(?:address|article|aside|br|caption|dd|div|dt|h[1-6]|legend|li|option|p|section|summary|td|th)$/;

/** All words, those of blocks apart from each other. */
function wordsOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  const words = 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
  return tree.isElementNode(node) && blocks.test(node.tagName) ? ` ${words} ` : words;
}

const single = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function elementsIn(node: Node): Element[] {
  const within = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : [];
  return tree.isElementNode(node) ? [node, ...within] : within;
}

/** Fetches a page without following redirects. */
export async function readPage(url: string, headers: Record<string, string> = {}): Promise<ReadPage> {
  const response = await fetch(url, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });
  const html = await response.text();
  const document = parse(html);
  const elements = elementsIn(document);
  const all = (tag: string) => elements.filter((element) => element.tagName === tag);
  const links = all('a').map((link) => ({ href: attribute(link, 'href') ?? '', text: single(textOf(link)) }));
  const body = all('body')[0];
  return {
    status: response.status,
    html,
    text: body ? single(wordsOf(body)) : '',
    links,
    headings: elements
      .filter((element) => /^h[1-6]$/.test(element.tagName))
      .map((element) => `${element.tagName.slice(1)} ${single(textOf(element))}`),
    title: single(all('title').map(textOf).join('')),
    headers: response.headers,
    meta: (name) => {
      const found = all('meta').find((each) =>
        [attribute(each, 'name'), attribute(each, 'property')].includes(name),
      );
      return found && attribute(found, 'content');
    },
    hrefs: (text) =>
      links
        .filter((link) => (typeof text === 'string' ? link.text === text : text.test(link.text)))
        .map((link) => link.href),
    all,
    elements,
  };
}
