import { z } from 'zod';
import { mailKindNames } from './mail-kinds.js';

const uuid = z.uuid();
const instant = z.iso.datetime();

/** Recipients that one message names at most, so that none takes long to handle. */
export const recipientsAtOnce = 500;

/** What a mail says, and until when that is of use. */
const content = {
  kind: z.enum(mailKindNames),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  /**
   * What its reader's calendar is to know (RFC 5546), as the text of an iCalendar object without ORGANIZER and ATTENDEE: the
   * mailer, which knows sender and reader, puts those in, the reader alone as ATTENDEE. REQUEST and CANCEL are about one event,
   * so that all in it has the same UID (§3.2.2, §3.2.5); several events go by PUBLISH (§3.2.1), which gets no ATTENDEE.
   */
  calendar: z.object({ method: z.enum(['PUBLISH', 'REQUEST', 'CANCEL']), content: z.string() }).nullable(),
  /** When it ought to arrive, an instant; if it is sent more than an hour later, it says so. `null`: there is no such time. */
  due: instant.nullable(),
  /** An instant after which the mail is of no use and is not sent; `null`: it always is. */
  neededBy: instant.nullable(),
};

/** Whom a mail is for. */
const reader = {
  personId: uuid.nullable(),
  /** `null`: wherever the person's mail goes, which the mailer knows. */
  to: z.object({ name: z.string().nullable(), address: z.string() }).nullable(),
};

const isForSomebody = (of: { readonly personId: string | null; readonly to: object | null }): boolean =>
  of.personId !== null || of.to !== null;

const forNobody = 'must say whom it is for';

/** One mail to one person, ready to be sent. */
export const mailRequested = z
  .object({
    /** Fixed for this mail, so that it is sent once however often it is asked for. */
    mailId: uuid,
    ...reader,
    ...content,
  })
  .refine(isForSomebody, forNobody);

/** One mail to many people: what it says. Whom it goes to follows in one or more `mailing-addressed`. */
export const mailingRequested = z.object({
  mailingId: uuid,
  /** As staff know it: "Annual Conference 2027: new place". */
  title: z.string(),
  /** Recipients in all. */
  total: z.int().min(0),
  ...content,
});

const readers = <Reader extends z.ZodType>(reader: Reader) => z.array(reader).min(1).max(recipientsAtOnce);

/** Some of those whom a mailing goes to; the mailer knows their addresses. */
export const mailingAddressed = z.object({
  mailingId: uuid,
  recipients: readers(z.object({ mailId: uuid, personId: uuid })),
});

/** The same where some readers are nobody whom `members` knows, but only names and addresses. */
export const mailingAddressedToAnybody = z.object({
  mailingId: uuid,
  recipients: readers(z.object({ mailId: uuid, ...reader }).refine(isForSomebody, forNobody)),
});
