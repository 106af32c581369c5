import type { Component } from './component-tree.js';
import { readTree } from './component-tree.js';
import { type Finding, readLines } from './content-lines.js';
import { checkEvents } from './event-checks.js';
import { checkProperties } from './property-checks.js';

export type { Finding } from './content-lines.js';

/**
 * Everything in an iCalendar object that RFC 5545 (with 7986) forbids, and the floating times, which it allows and a
 * network's calendar must not have. Written from the RFCs for the tests and independent of the code that writes
 * calendars. Alarms, to-dos and journals are not known to it.
 */
export function strictCheck(calendar: string | Uint8Array): readonly Finding[] {
  const read = readLines(typeof calendar === 'string' ? new TextEncoder().encode(calendar) : calendar);
  const findings = [...read.findings];
  const root = readTree(read.lines, findings);
  if (root !== null) {
    checkAll(root, findings);
    checkZones(root, findings);
    checkEvents(root, findings);
    if (root.parts.length === 0) findings.push({ line: root.line, rule: 'empty', text: 'has no component' });
  }
  return findings.toSorted((a, b) => a.line - b.line);
}

function checkAll(component: Component, findings: Finding[]): void {
  checkProperties(component, findings);
  for (const part of component.parts) checkAll(part, findings);
}

/** Every TZID has its VTIMEZONE, once, and none is there for nothing unless it is all there is. */
function checkZones(calendar: Component, findings: Finding[]): void {
  const defined = new Map<string, Component>();
  for (const zone of calendar.parts.filter(({ name }) => name === 'VTIMEZONE')) {
    const tzid = zone.properties.find(({ name }) => name === 'TZID')?.value ?? '';
    if (defined.has(tzid))
      findings.push({ line: zone.line, rule: 'zone-twice', text: `${tzid} is defined twice` });
    defined.set(tzid, zone);
    if (zone.parts.length === 0)
      findings.push({ line: zone.line, rule: 'zone-empty', text: `${tzid} has no rule` });
  }
  const used = new Set<string>();
  const events = calendar.parts.filter(({ name }) => name === 'VEVENT');
  for (const property of events.flatMap(({ properties }) => properties)) {
    const tzid = property.parameters.get('TZID')?.[0];
    if (tzid === undefined) continue;
    used.add(tzid);
    if (!defined.has(tzid))
      findings.push({ line: property.line, rule: 'zone-missing', text: `no VTIMEZONE ${tzid}` });
  }
  for (const [tzid, { line }] of defined) {
    if (events.length > 0 && !used.has(tzid)) {
      findings.push({ line, rule: 'zone-unused', text: `no time is in ${tzid}` });
    }
  }
}
