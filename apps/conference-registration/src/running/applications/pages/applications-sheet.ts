import { sheetOf } from '#sheets';
import type { Application } from '../read-applications.js';

/** Applications to take out, with the answers on which they hang; nothing private is among these. */
export const applicationsSheet = (name: string, zone: string, applications: readonly Application[]) =>
  sheetOf({
    name,
    columns: [
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'organisation', title: 'Organisation', kind: 'text' },
      { key: 'tickets', title: 'Applies for', kind: 'text' },
      { key: 'status', title: 'Status', kind: 'text' },
      { key: 'reason', title: 'Reason', kind: 'text' },
      { key: 'hasPlace', title: 'Has a place', kind: 'yes-no' },
      { key: 'applied', title: 'Applied', kind: 'instant', zone },
      { key: 'booker', title: 'Booked by', kind: 'text' },
      { key: 'reference', title: 'Booking', kind: 'text' },
      { key: 'answers', title: 'Answers', kind: 'text' },
    ],
    rows: applications.map((application) => ({
      name: application.name,
      organisation: application.organisation,
      tickets: application.tickets.join(', '),
      status: application.status === 'reserve' ? 'On the reserve' : 'To be decided',
      reason: application.statusReason,
      hasPlace: application.hasPlace,
      applied: application.appliedAt,
      booker: application.bookerName,
      reference: application.reference,
      answers: application.answers.map(({ question, answer }) => `${question} ${answer}`).join('\n'),
    })),
  });
