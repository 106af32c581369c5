import type { Category } from '../../members/domain/organisation.js';

/** A ticket admits somebody; an add-on goes with a ticket: the civic dinner. A day ticket is a ticket with `days`. */
export const ticketKinds = ['ticket', 'add-on'] as const;
export type TicketKind = (typeof ticketKinds)[number];

/** Where those who have it take part. */
export const formats = ['in-person', 'online'] as const;
export type Format = (typeof formats)[number];

/** Who pays which price: the membership categories, and everybody else. */
export type PriceCategory = Category;

/** The last day of a price that has none: the ordinary one. As the database's default. */
export const ordinaryUntil = '9999-12-31';
