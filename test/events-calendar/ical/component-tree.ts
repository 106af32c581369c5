import type { ContentLine, Finding } from './content-lines.js';
import { components } from './properties.js';

/** A component with its properties and the components in it. */
export interface Component {
  readonly line: number;
  readonly name: string;
  readonly properties: ContentLine[];
  readonly parts: Component[];
}

/** Content lines as components: BEGIN and END match, each component only where it may be, properties before parts. */
export function readTree(lines: readonly ContentLine[], findings: Finding[]): Component | null {
  const open: Component[] = [];
  let root: Component | null = null;
  for (const line of lines) {
    const inner = open.at(-1);
    if (root !== null && inner === undefined) {
      findings.push({ line: line.line, rule: 'one-calendar', text: 'stands after the end of the calendar' });
      return root;
    }
    if (line.name === 'BEGIN') {
      const begun: Component = { line: line.line, name: line.value.toUpperCase(), properties: [], parts: [] };
      checkPlace(begun, inner, findings);
      if (inner === undefined) root = begun;
      else inner.parts.push(begun);
      open.push(begun);
    } else if (line.name === 'END') {
      if (inner?.name !== line.value.toUpperCase()) {
        findings.push({
          line: line.line,
          rule: 'nesting',
          text: `ends ${line.value}, which is not the open component`,
        });
        return root;
      }
      open.pop();
    } else if (inner === undefined) {
      findings.push({ line: line.line, rule: 'nesting', text: 'stands outside any component' });
    } else {
      if (inner.parts.length > 0)
        findings.push({ line: line.line, rule: 'order', text: 'stands after a component' });
      inner.properties.push(line);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) findings.push({ line: unclosed.line, rule: 'nesting', text: `${unclosed.name} has no end` });
  if (root === null) findings.push({ line: 1, rule: 'nesting', text: 'has no calendar' });
  return root;
}

function checkPlace(begun: Component, inner: Component | undefined, findings: Finding[]): void {
  const allowed = inner === undefined ? ['VCALENDAR'] : (components[inner.name]?.holds ?? []);
  if (allowed.includes(begun.name)) return;
  const place = inner === undefined ? 'by itself' : `in ${inner.name}`;
  findings.push({ line: begun.line, rule: 'nesting', text: `${begun.name} may not stand ${place}` });
}
