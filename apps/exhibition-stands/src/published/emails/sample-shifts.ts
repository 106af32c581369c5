import { Temporal } from 'temporal-polyfill';
import { renderEntries, type CalendarMethod } from '#icalendar';
import type { Current } from '../domain/rota-diff.js';
import { shiftEntry } from '../shift-entry.js';
import type { ShiftInMail, ShiftsMail } from './shifts.email.js';

const site = 'https://events.example.org';
const at = (iso: string) => Temporal.Instant.from(iso);

/** A shift in the samples of mails. */
export const sampleShift: ShiftInMail = {
  when: 'Sunday 26 September 2027, 9am to 11am',
  label: '',
  isLead: true,
  where: 'Hall 2, stand 14, The Example Arena, Liverpool',
  withWhom: ['Ada <b>Sample</b>', 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes'],
};

/** A mail about shifts, in the samples. */
export const sampleMail: ShiftsMail = {
  exhibition: {
    title: 'Labour Party Conference 2027',
    when: 'Sunday 26 to Wednesday 29 September 2027',
    where: 'The Example Arena, Liverpool, Hall 2, stand 14',
  },
  name: 'Xiu Example',
  isFirst: true,
  added: [
    sampleShift,
    {
      ...sampleShift,
      when: 'Monday 27 September 2027, 6pm to 8pm',
      label: 'Reception',
      isLead: false,
      where: null,
      withWhom: [],
    },
  ],
  changed: [],
  gone: [],
  contacts: ['Exhibition office: Cy Example, 0151 496 0000'],
  ownUrl: `${site}/stands/team/${'sample'.repeat(7)}s`,
  siteUrl: site,
};

const current: Current = {
  id: '01970000-0000-7000-8000-000000000001',
  shiftId: '01970000-0000-7000-8000-000000000002',
  memberId: '01970000-0000-7000-8000-000000000003',
  status: 'assigned',
  version: 2,
  terms: {
    start: at('2027-09-26T08:00:00Z'),
    end: at('2027-09-26T10:00:00Z'),
    label: '',
    isLead: true,
    place: { name: 'The Example Arena', address: 'Liverpool' },
    stand: 'Hall 2, stand 14',
  },
};

/** The second one. */
const reception: Current = {
  ...current,
  id: '01970000-0000-7000-8000-000000000004',
  shiftId: '01970000-0000-7000-8000-000000000005',
  terms: {
    ...current.terms,
    start: at('2027-09-27T17:00:00Z'),
    end: at('2027-09-27T19:00:00Z'),
    label: 'Reception',
    isLead: false,
    place: null,
    stand: null,
  },
};

/** What the samples' mails tell a calendar: of one shift, or of two by PUBLISH. */
export const sampleCalendar = (method: CalendarMethod) => ({
  method,
  content: renderEntries(
    'Exhibition stands',
    method,
    (method === 'PUBLISH' ? [current, reception] : [current]).map((one) =>
      shiftEntry(
        one,
        {
          exhibition: {
            title: sampleMail.exhibition.title,
            zone: 'Europe/London',
            contacts: [{ role: 'Exhibition office', name: 'Cy Example', phone: '0151 496 0000' }],
          },
          withWhom: one === current ? sampleShift.withWhom : [],
          toldAt: at('2027-08-01T09:00:00Z'),
          uidDomain: 'events.example.org',
          url: sampleMail.ownUrl,
        },
        method === 'CANCEL',
      ),
    ),
  ),
});

/** When the shifts were that are somebody's no longer. */
export const sampleGone = ['Tuesday 28 September 2027, 9am to 11am'];
