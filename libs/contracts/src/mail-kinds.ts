/** What is agreed of a kind of mail, whichever app writes it. */
export interface MailKind {
  /** As its reader knows it: "Reminders of events". */
  readonly title: string;
  /** What it tells, a sentence for those who choose whether to have it. */
  readonly says: string;
  /**
   * False for what somebody has asked for there and then, or must be told; everything else has a link to end it with one
   * press (RFC 8058), and can be switched off.
   */
  readonly isOptional: boolean;
  /** Whether what it said is kept for a while after sending, so that it can be sent again; never when it holds a secret. */
  readonly isKept: boolean;
}

/** Every kind of mail that is sent. */
export const mailKinds = {
  'sign-in': {
    title: 'Links to sign in',
    says: 'The link that you ask for on the sign-in page.',
    isOptional: false,
    isKept: false,
  },
  following: {
    title: 'Invitations to events you follow',
    says: 'An invitation for your own calendar when you begin to follow an event.',
    isOptional: true,
    isKept: true,
  },
  'event-changes': {
    title: 'Changes of events you follow',
    says: 'A new time or place, or that an event is called off or takes place after all.',
    isOptional: true,
    isKept: true,
  },
  reminders: {
    title: 'Reminders of events',
    says: 'A note before an event that you follow, as long before as you chose.',
    isOptional: true,
    isKept: true,
  },
  bookings: {
    title: 'Bookings',
    says: 'Confirmations, changes, and what is needed of you, for a conference that you booked or attend.',
    isOptional: false,
    isKept: true,
  },
  'booking-links': {
    title: 'Links to bookings',
    says: 'A link with which you fill in or look after a booking.',
    isOptional: false,
    isKept: false,
  },
  'stand-rota': {
    title: 'Shifts on stands',
    says: 'Your shifts at a stand, changes of them, and questions whether you can step in.',
    isOptional: false,
    isKept: true,
  },
  'stand-links': {
    title: 'Links to stands',
    says: 'A link with which you say when you can help, look after your shifts, or answer an invitation.',
    isOptional: false,
    isKept: false,
  },
  visits: {
    title: 'Study visits',
    says: 'What became of your application for a visit, what is needed of you, and changes on the way.',
    isOptional: false,
    isKept: true,
  },
  'visit-links': {
    title: 'Links to study visits',
    says: 'A link with which you apply for a visit, support somebody’s application, or look after your journey.',
    isOptional: false,
    isKept: false,
  },
  'conference-news': {
    title: 'News of conferences that you registered for',
    says: 'What the organisers have to tell those who attend.',
    isOptional: true,
    isKept: true,
  },
  'stand-news': {
    title: 'Thanks for stands',
    says: 'Thanks to those who helped at a stand, and to their organisations, with a link to say how it was.',
    isOptional: true,
    isKept: false,
  },
} as const satisfies Record<string, MailKind>;

export type MailKindName = keyof typeof mailKinds;

export const mailKindNames = Object.keys(mailKinds) as MailKindName[];

/** What is agreed of the kind. */
export function mailKindOf(name: MailKindName): MailKind {
  return mailKinds[name];
}
