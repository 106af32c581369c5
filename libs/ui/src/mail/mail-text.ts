import { isValidElement, toChildArray, type ComponentChildren, type VNode } from 'preact';

/** A paragraph of a mail's plain text. */
export interface TextParagraph {
  readonly text: string;
  /** Not broken into lines: an address or a code. */
  readonly whole?: boolean;
}

/** A part of a mail: how it looks, and what it says where there is only text. */
export interface MailBlock<Props> {
  (props: Props): VNode;
  inText(this: void, props: Props): readonly TextParagraph[];
}

/** Makes a block from its two forms. */
export function mailBlock<Props>(
  inHtml: (props: Props) => VNode,
  inText: (props: Props) => readonly TextParagraph[],
): MailBlock<Props> {
  return Object.assign((props: Props) => inHtml(props), { inText });
}

type AnyComponent = (props: unknown) => ComponentChildren;

function isBlock(type: unknown): type is MailBlock<unknown> {
  return typeof type === 'function' && 'inText' in type;
}

/** What stands within a sentence: words, and what marks them without saying more. */
const marks = new Set(['strong', 'em', 'b', 'i', 'span', 'time', 'abbr']);

/**
 * The plain text of what stands within a block, on one line whatever lines it came in, so that nothing that somebody
 * typed can pass for a line of ours. A link is followed by its address.
 *
 * @throws Error naming an element that a mail's sentence cannot hold
 */
export function inlineText(children: ComponentChildren): string {
  const parts = toChildArray(children).map((child) => {
    if (!isValidElement(child)) return String(child);
    const { type, props } = child as VNode<{ children?: ComponentChildren; href?: string }>;
    if (typeof type === 'function') return inlineText((type as AnyComponent)(props));
    const words = inlineText(props.children);
    if (type === 'a') return words === props.href ? words : `${words} (${props.href ?? ''})`;
    if (marks.has(type)) return words;
    throw new Error(`a sentence of a mail cannot hold <${type}>`);
  });
  return parts.join('').replaceAll(/[\s\u2028\u2029]+/g, ' ');
}

/**
 * The plain text of a mail's blocks, a paragraph each.
 *
 * @throws Error when something stands between the blocks that is none, as it would be lost in the text
 */
export function textOf(children: ComponentChildren): readonly TextParagraph[] {
  return toChildArray(children).flatMap((child): readonly TextParagraph[] => {
    if (!isValidElement(child)) {
      if (String(child).trim() === '') return [];
      throw new Error('a mail is made of mail blocks; text stands outside of them');
    }
    const { type, props } = child;
    if (isBlock(type)) return type.inText(props);
    if (typeof type === 'function') return textOf((type as AnyComponent)(props));
    throw new Error(`a mail is made of mail blocks; <${type}> is none`);
  });
}
