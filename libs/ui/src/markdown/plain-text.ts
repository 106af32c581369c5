import { markdown } from './parser.js';

type Token = ReturnType<typeof markdown.parse>[number];

/** The words of one paragraph. A link keeps its address behind its words, unless they are the address. */
function inlineText(tokens: readonly Token[]): string {
  let text = '';
  let linkStart = 0;
  let address = '';
  for (const token of tokens) {
    if (token.hidden) continue;
    switch (token.type) {
      case 'softbreak':
      case 'hardbreak':
        text += '\n';
        break;
      case 'link_open':
        linkStart = text.length;
        address = String(token.attrGet('href') ?? '');
        break;
      case 'link_close': {
        const words = text.slice(linkStart);
        const bare = address.replace(/^mailto:/i, '');
        if (words !== bare && words !== address) text += ` (${bare})`;
        break;
      }
      default:
        text += token.content;
    }
  }
  return text;
}

interface List {
  /** The next number of a numbered list; `null` in one with bullets. */
  next: number | null;
}

/** Collects blocks, each with what stands between it and the one before. */
class PlainText {
  #text = '';
  #gap = '';
  readonly #lists: List[] = [];
  #marker = '';

  open(token: Token): void {
    if (token.type === 'bullet_list_open') this.#lists.push({ next: null });
    else if (token.type === 'ordered_list_open')
      this.#lists.push({ next: Number(token.attrGet('start') ?? 1) });
    else if (token.type === 'list_item_open') this.#marker = this.#nextMarker();
    else if (token.type === 'td_open' || token.type === 'th_open') this.#gap ||= ' · ';
  }

  close(token: Token): void {
    if (/^(?:bullet|ordered)_list_close$/.test(token.type)) this.#lists.pop();
    if (token.type === 'tr_close' || token.type === 'list_item_close') this.#gap = '\n';
    else if (/^(?:th|td)_close$/.test(token.type)) this.#gap = ' · ';
    else if (this.#lists.length > 0) this.#gap = '\n';
    else if (token.block && token.type !== 'thead_close') this.#gap = '\n\n';
  }

  add(words: string): void {
    if (words === '' && this.#marker === '') return;
    const before = this.#text === '' ? '' : this.#gap;
    this.#text += before + this.#marker + words;
    this.#marker = '';
    this.#gap = '';
  }

  toString(): string {
    return this.#text;
  }

  #nextMarker(): string {
    const list = this.#lists.at(-1);
    const indent = '  '.repeat(Math.max(0, this.#lists.length - 1));
    if (list === undefined || list.next === null) return `${indent}- `;
    list.next += 1;
    return `${indent}${list.next - 1}. `;
  }
}

/**
 * Markdown as text that reads well without any markup, as in the description of a calendar entry: lists keep their marks,
 * links are followed by their address.
 */
export function markdownToPlainText(text: string): string {
  const plain = new PlainText();
  for (const token of markdown.parse(text, {})) {
    if (token.nesting === 1) plain.open(token);
    else if (token.nesting === -1) plain.close(token);
    else if (token.type === 'inline') plain.add(inlineText(token.children ?? []));
    else if (token.type === 'fence' || token.type === 'code_block') {
      plain.add(token.content.trimEnd());
      plain.close(token);
    } else if (token.type === 'hr') plain.close(token);
  }
  return plain.toString();
}
