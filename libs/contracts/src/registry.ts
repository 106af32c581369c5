import type { z } from 'zod';
import { answersToMembers } from './answers-to-members.js';
import type { AppName } from './app-name.js';
import { bookingMessages } from './booking-messages.js';
import { calendarMessages } from './calendar-messages.js';
import { conferenceMessages } from './conference-messages.js';
import type { Contract } from './contract.js';
import { eventMessages } from './event-messages.js';
import { membersMessages } from './members-messages.js';
import { retellingMessages } from './retelling-messages.js';
import { standMessages } from './stand-messages.js';
import { visitInvoiceMessages } from './visit-invoice-messages.js';
import { visitMessages } from './visit-messages.js';

/**
 * Every type of message: who sends it, who gets it, what it holds. A type is `<producer>.<thing-happened>.v<n>`; what a
 * payload means never changes: a new meaning is a new version beside the old.
 */
export const registry = {
  ...membersMessages,
  ...calendarMessages,
  ...eventMessages,
  ...conferenceMessages,
  ...bookingMessages,
  ...standMessages,
  ...visitMessages,
  ...visitInvoiceMessages,
  ...answersToMembers,
  ...retellingMessages,
} as const;

export type MessageType = keyof typeof registry;

/** What a message of the type holds. */
export type PayloadOf<Type extends MessageType> = z.output<(typeof registry)[Type]['payload']>;

export const messageTypes = Object.keys(registry) as MessageType[];

export function isMessageType(text: string): text is MessageType {
  return Object.hasOwn(registry, text);
}

/** What is agreed of the type. */
export function contractOf(type: MessageType): Contract {
  return registry[type];
}

/** The types that the app has to handle. */
export function typesConsumedBy(app: AppName): MessageType[] {
  return messageTypes.filter((type) => contractOf(type).consumers.includes(app));
}

/** The types that the app alone may send. */
export function typesProducedBy(app: AppName): MessageType[] {
  return messageTypes.filter((type) => contractOf(type).producer === app);
}
