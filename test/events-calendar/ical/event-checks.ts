import type { Component } from './component-tree.js';
import type { ContentLine, Finding } from './content-lines.js';
import { isDate, isUtcDateTime, readRule } from './value-types.js';

/**
 * What a METHOD asks of the VEVENTs (RFC 5546): one UID in a REQUEST or CANCEL (§3.2.2, §3.2.5), no ATTENDEE in a PUBLISH
 * (§3.2.1).
 */
function checkMethod(calendar: Component, events: readonly Component[], findings: Finding[]): void {
  const method = valueOf(calendar, 'METHOD');
  const uids = new Set(events.map((event) => valueOf(event, 'UID') ?? ''));
  if ((method === 'REQUEST' || method === 'CANCEL') && uids.size > 1) {
    findings.push({ line: calendar.line, rule: 'method-uids', text: `${method} of ${uids.size} UIDs` });
  }
  if (method !== 'PUBLISH') return;
  for (const event of events) {
    const attendee = find(event, 'ATTENDEE');
    if (attendee !== undefined)
      findings.push({ line: attendee.line, rule: 'method-attendee', text: 'PUBLISH has an ATTENDEE' });
  }
}

/** What the VEVENTs of a calendar must be in relation to themselves and each other. */
export function checkEvents(calendar: Component, findings: Finding[]): void {
  const masters = new Map<string, Component>();
  const seen = new Set<string>();
  const events = calendar.parts.filter(({ name }) => name === 'VEVENT');
  checkMethod(calendar, events, findings);
  for (const event of events) {
    const uid = valueOf(event, 'UID') ?? '';
    const key = JSON.stringify([uid, valueOf(event, 'RECURRENCE-ID') ?? null]);
    if (seen.has(key))
      findings.push({ line: event.line, rule: 'duplicate-uid', text: `a second time ${key}` });
    seen.add(key);
    if (find(event, 'RECURRENCE-ID') === undefined) masters.set(uid, event);
    checkSpan(event, findings);
    checkRecurrence(event, findings);
  }
  for (const event of events) checkOverride(event, masters.get(valueOf(event, 'UID') ?? ''), findings);
}

const find = (component: Component, name: string): ContentLine | undefined =>
  component.properties.find((property) => property.name === name);
const valueOf = (component: Component, name: string) => find(component, name)?.value;

/** `DATE`, the TZID, or `UTC`: two properties in the same form have the same. */
export function formOf(property: ContentLine): string {
  if (property.parameters.get('VALUE')?.[0] === 'DATE') return 'DATE';
  return property.parameters.get('TZID')?.[0] ?? (property.value.endsWith('Z') ? 'UTC' : 'floating');
}

const isDay = (property: ContentLine) => formOf(property) === 'DATE';

/** DTEND or DURATION, not both; of DTSTART's type; later than it (RFC 5545 §3.6.1, §3.8.2.2). */
function checkSpan(event: Component, findings: Finding[]): void {
  const start = find(event, 'DTSTART');
  const end = find(event, 'DTEND');
  if (start === undefined) return;
  if (end !== undefined && find(event, 'DURATION') !== undefined) {
    findings.push({ line: end.line, rule: 'end-and-duration', text: 'has DTEND and DURATION' });
  }
  if (end === undefined) return;
  if (isDay(start) !== isDay(end)) {
    findings.push({ line: end.line, rule: 'end-type', text: 'DTEND is not of the type of DTSTART' });
  } else if (formOf(start) === formOf(end) && end.value <= start.value) {
    findings.push({
      line: end.line,
      rule: 'end-order',
      text: `DTEND ${end.value} is not after ${start.value}`,
    });
  }
}

/** UNTIL in UTC for zoned series, a DATE for all-day ones; EXDATE in DTSTART's form (RFC 5545 §3.3.10, §3.8.5.1). */
function checkRecurrence(event: Component, findings: Finding[]): void {
  const start = find(event, 'DTSTART');
  const rule = find(event, 'RRULE');
  if (start === undefined) return;
  const until = rule && readRule(rule.value)?.get('UNTIL');
  if (rule && until !== undefined && !(isDay(start) ? isDate(until) : isUtcDateTime(until))) {
    findings.push({
      line: rule.line,
      rule: 'until',
      text: `UNTIL=${until} beside DTSTART in ${formOf(start)}`,
    });
  }
  for (const except of event.properties.filter(({ name }) => name === 'EXDATE' || name === 'RDATE')) {
    if (formOf(except) !== formOf(start)) {
      findings.push({
        line: except.line,
        rule: 'exdate-form',
        text: `${except.name} is not in DTSTART’s form`,
      });
    }
  }
  if (rule && find(event, 'RECURRENCE-ID')) {
    findings.push({ line: rule.line, rule: 'override-recurs', text: 'an occurrence may not recur' });
  }
}

/** RECURRENCE-ID in the type and zone of the series' DTSTART (RFC 5545 §3.8.4.4); the series is in the calendar. */
function checkOverride(event: Component, master: Component | undefined, findings: Finding[]): void {
  const id = find(event, 'RECURRENCE-ID');
  if (id === undefined) return;
  const start = master && find(master, 'DTSTART');
  if (start === undefined) {
    findings.push({ line: id.line, rule: 'orphan', text: 'belongs to no series of this calendar' });
  } else if (formOf(start) !== formOf(id)) {
    findings.push({
      line: id.line,
      rule: 'recurrence-id-form',
      text: `is not in DTSTART’s form (${formOf(start)})`,
    });
  }
}
