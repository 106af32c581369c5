import { cleanLine, foldLines, quoteParameter, unfoldLines, type CalendarMethod } from '#icalendar';
import type { MailboxName } from './mailbox-name.js';

/** An iCalendar object that says nothing yet of who invites whom. */
export interface CalendarPart {
  readonly method: CalendarMethod;
  readonly content: string;
}

/** Who is told. The address has been looked at: it is one mail address. */
export interface Parties {
  readonly organizer: MailboxName;
  readonly attendee: MailboxName;
}

/** Who has to do with an event, and what is asked of them, is for us to say, whatever the object says. */
const ours = /^(?:ORGANIZER|ATTENDEE)[;:]/iu;
const method = /^METHOD[;:]/iu;

/** What a mailto address may hold as it is (RFC 6068, section 2), less commas and the like that iCalendar has a use for. */
const notPlain = /[^A-Za-z0-9\-._~!$'*+@]/gu;

function mailto(address: string): string {
  return `mailto:${address.replaceAll(notPlain, encodeURIComponent)}`;
}

/** Some programs stumble over an empty CN, and show the address when there is none. */
function named(name: string): string {
  const line = cleanLine(name);
  return line === '' ? '' : `;CN=${quoteParameter(line)}`;
}

/**
 * The object as this reader gets it (RFC 5546, sections 3.2.1, 3.2.2 and 3.2.5; RFC 6047): METHOD as it stands in the MIME type,
 * and in every VEVENT the network as ORGANIZER and the reader as the only ATTENDEE, or no ATTENDEE where it is published, as
 * PUBLISH may not have one. Nobody is asked to answer, since no answers are read. Lines are folded and end with CRLF.
 *
 * @throws Error when it is no calendar with an event in it
 */
export function completeInvitation(part: CalendarPart, { organizer, attendee }: Parties): string {
  const invited =
    `ATTENDEE${named(attendee.name)};CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE` +
    `:${mailto(attendee.address)}`;
  const parties = [
    `ORGANIZER${named(organizer.name)}:${mailto(organizer.address)}`,
    ...(part.method === 'PUBLISH' ? [] : [invited]),
  ];
  const open: string[] = [];
  let events = 0;
  const lines = unfoldLines(part.content).flatMap(({ content }): readonly string[] => {
    const [, edge, name = ''] = /^(BEGIN|END):(\S+)\s*$/iu.exec(content) ?? [];
    const within = open.at(-1);
    if (edge?.toUpperCase() === 'BEGIN') {
      open.push(name.toUpperCase());
      if (open.length === 1) return [content, `METHOD:${part.method}`];
      if (open.at(-1) !== 'VEVENT') return [content];
      events += 1;
      return [content, ...parties];
    }
    if (edge !== undefined) open.pop();
    if (within === 'VCALENDAR' && method.test(content)) return [];
    return within === 'VEVENT' && ours.test(content) ? [] : [content];
  });
  if (events === 0) throw new Error('the calendar part of the mail has no event');
  return `${foldLines(lines.join('\r\n'))}\r\n`;
}
