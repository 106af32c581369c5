import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** What a browser would send of the first form of a page's own that is sent by POST, if nothing in it were touched. */
export function formIn(html: string): Record<string, string | string[]> {
  // The chrome has forms as well, such as the one that signs out.
  const main = elements(parse(html)).find((element) => element.tagName === 'main');
  const form = (main === undefined ? [] : elements(main)).find(
    (element) => element.tagName === 'form' && attribute(element, 'method') === 'post',
  );
  const fields: Record<string, string | string[]> = {};
  for (const control of form === undefined ? [] : elements(form)) {
    const name = attribute(control, 'name');
    const value = valueOf(control);
    if (name === undefined || value === undefined) continue;
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  return fields;
}

function valueOf(control: Tree.Element): string | undefined {
  const type = attribute(control, 'type');
  switch (control.tagName) {
    case 'input':
      if ((type === 'radio' || type === 'checkbox') && attribute(control, 'checked') === undefined) {
        return undefined;
      }
      return attribute(control, 'value') ?? '';
    case 'textarea':
      return textIn(control);
    case 'select': {
      const options = elements(control).filter((element) => element.tagName === 'option');
      const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
      return chosen && (attribute(chosen, 'value') ?? textIn(chosen));
    }
    default:
      return undefined;
  }
}

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

function elements(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) => (tree.isElementNode(child) ? [child, ...elements(child)] : []));
}

const textIn = (element: Tree.Element): string =>
  element.childNodes.map((child) => (tree.isTextNode(child) ? child.value : '')).join('');
