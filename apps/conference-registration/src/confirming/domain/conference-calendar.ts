import { Temporal } from 'temporal-polyfill';
import { renderEntries } from '#icalendar';
import type { Conference } from '../../catalogue/domain/conference.js';
import { conferenceWhen } from './conference-when.js';

/** A conference as a delegate's own calendar takes it from a mail (RFC 5546). */
export interface Invitation {
  readonly conference: Conference;
  /** `true` takes it out of the calendar again. */
  readonly isCancelled: boolean;
  /** The domain of the calendar's UIDs, by which the two are known to be the same event. */
  readonly uidDomain: string;
  /** When what it says was last changed. */
  readonly changedAt: Temporal.Instant;
  /** Rises whenever the delegate is written to again about it: a calendar keeps the highest (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  /** In words. */
  readonly where: string;
  /** Plain text, besides what the conference says of itself. */
  readonly about: string;
  /** The complete address of the delegate's own page, or of the conference's. */
  readonly url: string;
}

/** The UID of a conference's event: the same in the events calendar and in the mails that invite to it. */
export const conferenceUid = (
  { id, calendarUid }: Pick<Conference, 'id' | 'calendarUid'>,
  domain: string,
): string => calendarUid ?? `conference-${id}@${domain}`;

const sequencesBegin = Temporal.Instant.from('2020-01-01T00:00:00Z');

/**
 * A sequence number that is higher than those of all earlier mails, also where somebody was cancelled and is booked again in
 * another booking: seconds, which go into RFC 5545’s INTEGER until 2088.
 */
export const sequenceAt = (now: Temporal.Instant): number =>
  Math.floor((now.epochMilliseconds - sequencesBegin.epochMilliseconds) / 1000);

/**
 * An iCalendar object (RFC 5545) with the conference as its one event, without ORGANIZER and ATTENDEE, which the mailer puts
 * in. The same arguments give the same text.
 */
export function renderInvitation(invitation: Invitation): string {
  const { conference, isCancelled } = invitation;
  return renderEntries('Conference registration', isCancelled ? 'CANCEL' : 'REQUEST', [
    {
      uid: conferenceUid(conference, invitation.uidDomain),
      sequence: invitation.sequence,
      changedAt: invitation.changedAt,
      when: conferenceWhen(conference),
      title: conference.title,
      description: `${conference.summary}\n\n${invitation.about}\n\n${invitation.url}`,
      location: invitation.where,
      url: invitation.url,
      isCancelled,
    },
  ]);
}
