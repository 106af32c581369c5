import { MailButton, MailLink, MailSmallPrint, MailText, shortened } from '#ui';

/** An event as a mail tells of it, all of it in words. */
export interface EventInMail {
  readonly title: string;
  readonly when: string;
  readonly where: string;
  /** The joining link, if the reader is shown it. */
  readonly joinUrl: string | null;
  /** Its page. */
  readonly url: string;
}

/** Addresses that every mail to followers has. */
export interface MailLinks {
  /** Where the reader sees what they follow, and stops. */
  readonly followingUrl: string;
  readonly siteUrl: string;
}

/** When and where it is, and how to join. */
export function EventLines({ event }: { readonly event: EventInMail }) {
  return (
    <>
      <MailText>
        <strong>When:</strong> {event.when}
      </MailText>
      <MailText>
        <strong>Where:</strong> {shortened(event.where)}
      </MailText>
      {event.joinUrl !== null && (
        <MailText>
          <strong>Join online:</strong> <MailLink href={event.joinUrl}>the link to the call</MailLink>
        </MailText>
      )}
    </>
  );
}

/** The way to the event, and the way out. */
export function EventEnd({
  event,
  followingUrl,
}: Pick<MailLinks, 'followingUrl'> & { readonly event: Pick<EventInMail, 'url'> }) {
  return (
    <>
      <MailButton href={event.url}>See the event</MailButton>
      <MailSmallPrint>
        <MailLink href={followingUrl}>See what you follow, and stop following this event</MailLink>
      </MailSmallPrint>
    </>
  );
}
