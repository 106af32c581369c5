import { WarningText } from '#ui';
import type { SubscribeLinks } from '#icalendar';
import { FeedLinks } from '../../subscribing/pages/feed-links.js';
import { HowOften } from '../../subscribing/pages/how-often.js';
import { myFeedPath } from '../addresses.js';
import { personalFeedName } from '../domain/feed-words.js';

export interface MadeFeedProps {
  readonly links: SubscribeLinks;
  /** The address as SVG. */
  readonly qrCode: string;
  /** Whether there was an address before, which leads nowhere now. */
  readonly replaced: boolean;
}

/** The only time that the address is shown. */
export function MadeFeedView({ links, qrCode, replaced }: MadeFeedProps) {
  return (
    <div class="cn-parts">
      <h1 class="govuk-heading-xl">Your address is ready</h1>
      <div>
        <p class="govuk-body-l">Subscribe with it now: it is not shown again.</p>
        {replaced && (
          <p class="govuk-body">
            Your address from before has ended. Calendars that used it show no more of it; remove it there.
          </p>
        )}
        <WarningText iconFallbackText="Important">
          Whoever has this address sees what you see. Keep it to yourself.
        </WarningText>
      </div>
      <FeedLinks name={personalFeedName} links={links} qrCode={qrCode} />
      <HowOften />
      <p class="govuk-body">
        <a class="govuk-link" href={myFeedPath}>
          I have subscribed
        </a>
      </p>
    </div>
  );
}
