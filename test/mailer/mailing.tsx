import { randomUUID } from 'node:crypto';
import { recipientsAtOnce, type PayloadOf } from '#contracts';
import { MailText, renderMail } from '#ui';
import type { Asking } from './asking.js';

type Requested = PayloadOf<'events-calendar.mailing-requested.v1'>;
type Told = PayloadOf<'members.person-changed.v1'>;

export interface Recipient {
  readonly mailId: string;
  readonly personId: string;
}

/** Tells the mailer of somebody, as `members` does. @returns what was told */
export async function tellOf(asking: Asking, change: Partial<Told> = {}, version = 1): Promise<Told> {
  const id = change.id ?? randomUUID();
  const told: Told = {
    id,
    name: 'Sam Example',
    preferredName: null,
    pronouns: null,
    email: `${id}@example.org`,
    phone: null,
    jobTitle: null,
    roles: [],
    affiliations: [],
    seats: [],
    mergedInto: null,
    ...change,
  };
  await asking.send('members.person-changed.v1', told, { id, version });
  return told;
}

/** Tells the mailer of somebody, and waits until it knows them. */
export async function known(asking: Asking, change: Partial<Told> = {}, version = 1): Promise<Told> {
  const told = await tellOf(asking, change, version);
  await asking.so(async () => {
    const rows = await asking.ask('SELECT FROM people WHERE id = $1 AND version = $2', [told.id, version]);
    return rows.length === 1;
  });
  return told;
}

export const recipientOf = ({ id }: { readonly id: string }): Recipient => ({
  mailId: randomUUID(),
  personId: id,
});

/** What a mailing says unless the change says otherwise. */
export function mailingOf(total: number, change: Partial<Requested> = {}): Requested {
  return {
    mailingId: randomUUID(),
    title: 'Annual Conference 2027: new place',
    total,
    kind: 'event-changes',
    ...renderMail({
      subject: 'New place: Annual Conference 2027',
      title: 'New place',
      preview: 'It takes place in Rochdale.',
      body: <MailText>The conference takes place in Rochdale.</MailText>,
      why: 'You follow the event.',
      siteUrl: 'https://events.example.org',
    }),
    calendar: null,
    due: null,
    neededBy: null,
    ...change,
  };
}

/**
 * Names readers of a mailing, in as many messages as it takes.
 *
 * @param version of the first of these messages
 * @returns the messages' ids
 */
export async function address(
  asking: Asking,
  mailingId: string,
  recipients: readonly Recipient[],
  version = 2,
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < recipients.length; from += recipientsAtOnce) {
    const some = recipients.slice(from, from + recipientsAtOnce);
    ids.push(
      await asking.send(
        'events-calendar.mailing-addressed.v1',
        { mailingId, recipients: some },
        { id: mailingId, version: version + from / recipientsAtOnce },
      ),
    );
  }
  return ids;
}

/** Asks for a mailing as the calendar does. @returns what was asked, and the messages' ids */
export async function ask(
  asking: Asking,
  recipients: readonly Recipient[],
  change: Partial<Requested> = {},
): Promise<{ readonly mailing: Requested; readonly messages: readonly string[] }> {
  const mailing = mailingOf(recipients.length, change);
  const first = await asking.send('events-calendar.mailing-requested.v1', mailing, {
    id: mailing.mailingId,
    version: 1,
  });
  return { mailing, messages: [first, ...(await address(asking, mailing.mailingId, recipients))] };
}
