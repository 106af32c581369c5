import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** A cell as a strict reader finds it: not by the library that wrote it. */
export interface ReadCell {
  /** `A1`. */
  readonly at: string;
  /** `inlineStr` for text; `n` for a number, a day or a time. */
  readonly type: string;
  /** As Excel shows text: with `_x0041_` read. */
  readonly text: string;
  readonly format: string;
  readonly isBold: boolean;
}

export interface ReadWorkbook {
  readonly sheetName: string;
  readonly frozenRows: number;
  readonly rows: readonly (readonly ReadCell[])[];
  /** Every element in the sheet, by name. */
  readonly elements: ReadonlySet<string>;
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: Element[];
}

/** @throws Error where it is no well-formed XML 1.0 */
function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root;
}

function* all(element: Element): Generator<Element> {
  for (const child of element.children) {
    yield child;
    yield* all(child);
  }
}

const named = (element: Element, name: string): Element[] =>
  [...all(element)].filter((each) => each.name === name);

/** Reads an Excel workbook of one sheet. @throws Error where a part is missing or no well-formed XML */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const parts = unzipSync(bytes);
  const part = (name: string): Element => parseXml(strFromU8(parts[name] ?? new Uint8Array()));
  const sheet = part('xl/worksheets/sheet1.xml');
  const styles = part('xl/styles.xml');
  const formats = new Map(
    named(styles, 'numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode']]),
  );
  const fonts = named(styles, 'font').map((font) => named(font, 'b').length > 0);
  const looks = named(styles, 'cellXfs').flatMap((list) => named(list, 'xf'));
  return {
    sheetName: named(part('xl/workbook.xml'), 'sheet')[0]?.attributes['name'] ?? '',
    frozenRows: Number(named(sheet, 'pane')[0]?.attributes['ySplit'] ?? 0),
    elements: new Set([...all(sheet)].map(({ name }) => name)),
    rows: named(sheet, 'row').map((row) =>
      named(row, 'c').map((cell) => {
        const look = looks[Number(cell.attributes['s'] ?? 0)]?.attributes;
        return {
          at: cell.attributes['r'] ?? '',
          type: cell.attributes['t'] ?? 'n',
          text: shown([...named(cell, 't'), ...named(cell, 'v')].map(({ text }) => text).join('')),
          format: formats.get(look?.['numFmtId']) ?? 'General',
          isBold: fonts[Number(look?.['fontId'] ?? 0)] ?? false,
        };
      }),
    ),
  };
}

const shown = (text: string): string =>
  text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
