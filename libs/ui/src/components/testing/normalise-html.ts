import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that flow in a line of text; white space between them shows. At any other element's edge it does not. */
const INLINE = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'small', 'span', 'strong', 'time']);
/** Elements whose white space shows as it is. */
const PREFORMATTED = new Set(['pre', 'textarea']);

/**
 * HTML as a browser sees it, one tag or text a line: attributes sorted by name, class names set apart by one space,
 * white space collapsed as CSS collapses it. Two fragments that differ here differ to a reader or a script.
 */
export function normaliseHtml(html: string): string {
  const lines = new Lines();
  for (const node of parseFragment(html).childNodes) write(node, lines);
  return lines.toString();
}

function write(node: Node, lines: Lines): void {
  if (node.nodeName === '#text' && 'value' in node) lines.text(node.value);
  if (!('tagName' in node)) return;
  const isInline = INLINE.has(node.tagName) && !isButton(node);
  if (!isInline) lines.boundary();
  lines.tag(openingTag(node));
  if (PREFORMATTED.has(node.tagName)) {
    lines.tag(JSON.stringify(textOf(node)));
  } else {
    for (const child of node.childNodes) write(child, lines);
  }
  if (!isInline) lines.boundary();
  lines.tag(`</${node.tagName}>`);
}

/** A link that looks like a button stands apart from the text round it, as a button does. */
function isButton({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'role' && value === 'button');
}

function openingTag({ tagName, attrs }: Element): string {
  const written = attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(attributeValue(name, value))}`);
  return `<${tagName}${written.toSorted().join('')}>`;
}

function attributeValue(name: string, value: string): string {
  return name === 'class' ? value.trim().replaceAll(/\s+/g, ' ') : value;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

class Lines {
  readonly #lines: string[] = [];
  /** True at the start of a line of text, where white space does not show. */
  #atStart = true;
  /** White space that shows once more text follows on the same line; it is written before that text. */
  #spacePending = false;

  tag(tag: string): void {
    this.#lines.push(tag);
  }

  text(raw: string): void {
    const words = raw.replaceAll(/[ \t\r\n\f]+/g, ' ').trim();
    this.#spacePending ||= !this.#atStart && /^[ \t\r\n\f]/.test(raw);
    if (words === '') return;
    this.#lines.push(`${this.#spacePending ? ' ' : ''}${words.replaceAll('<', '&lt;')}`);
    this.#atStart = false;
    this.#spacePending = /[ \t\r\n\f]$/.test(raw);
  }

  /** Ends a line of text: white space at its end does not show. */
  boundary(): void {
    this.#atStart = true;
    this.#spacePending = false;
  }

  toString(): string {
    return this.#lines.join('\n');
  }
}
