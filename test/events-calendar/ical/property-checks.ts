import type { Component } from './component-tree.js';
import type { ContentLine, Finding } from './content-lines.js';
import { components, extension, type PropertyRule } from './properties.js';
import { isDate, isLocalDateTime, isUtcDateTime } from './value-types.js';

/** Each property of a component: known, as often as it may be, of its type, with parameters that it may have. */
export function checkProperties(component: Component, findings: Finding[]): void {
  const rules = components[component.name]?.properties ?? {};
  for (const property of component.properties) {
    const rule = rules[property.name] ?? (property.name.startsWith('X-') ? extension : undefined);
    if (rule === undefined) {
      findings.push({
        line: property.line,
        rule: 'unknown-property',
        text: `${property.name} in ${component.name}`,
      });
    } else checkProperty(property, rule, component, findings);
  }
  for (const [name, { often }] of Object.entries(rules)) {
    const found = component.properties.filter((property) => property.name === name);
    if (often === 'once' && found.length === 0) {
      findings.push({ line: component.line, rule: 'required', text: `${component.name} has no ${name}` });
    }
    const second = found[1];
    if (often !== 'any' && second) {
      findings.push({ line: second.line, rule: 'cardinality', text: `${name} stands there twice` });
    }
  }
}

function checkProperty(
  property: ContentLine,
  rule: PropertyRule,
  component: Component,
  findings: Finding[],
): void {
  const add = (name: string, text: string) =>
    findings.push({ line: property.line, rule: name, text: `${property.name} ${text}` });
  const said = property.parameters.get('VALUE')?.join(',');
  if (rule.mustSay !== undefined && said !== rule.mustSay)
    add('value-parameter', `lacks VALUE=${rule.mustSay}`);
  for (const name of property.parameters.keys()) {
    const isAllowed = name === 'VALUE' ? mayHaveValue(rule) : (rule.parameters ?? []).includes(name);
    if (!isAllowed && !name.startsWith('X-')) add('parameter', `may not have ${name}`);
  }
  if (rule.value === 'time') checkTime(property, component, add);
  else if (!rule.value(property.value)) add('value', `may not be ${property.value.slice(0, 80)}`);
}

const mayHaveValue = (rule: PropertyRule) =>
  rule.value === 'time' || rule.mustSay !== undefined || rule.maySay !== undefined || rule === extension;

/** DATE and DATE-TIME values (RFC 5545 §3.3.4, §3.3.5): with VALUE=DATE, with TZID, or in UTC; floating only in zones. */
function checkTime(
  property: ContentLine,
  component: Component,
  add: (rule: string, text: string) => unknown,
): void {
  const said = property.parameters.get('VALUE')?.[0] ?? 'DATE-TIME';
  const hasZone = property.parameters.has('TZID');
  const isObservance = component.name === 'STANDARD' || component.name === 'DAYLIGHT';
  for (const value of property.value.split(',')) {
    if (said === 'DATE') {
      if (hasZone) add('zoned-date', 'is a DATE and has a TZID');
      if (!isDate(value)) add('value', `is no DATE: ${value}`);
    } else if (isUtcDateTime(value)) {
      if (hasZone) add('zoned-utc', 'is in UTC and has a TZID');
      if (isObservance) add('value', 'must be local time in a zone');
    } else if (!isLocalDateTime(value)) add('value', `is no DATE-TIME: ${value}`);
    else if (!hasZone && !isObservance) add('floating', `has no zone: ${value}`);
  }
}
