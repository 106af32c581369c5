import { Input, QrCode } from '#ui';
import type { SubscribeLinks } from '#icalendar';

export interface FeedLinksProps {
  readonly name: string;
  readonly links: SubscribeLinks;
  readonly qrCode: string;
}

/** One press for each calendar program, and the address for all others. */
export function FeedLinks({ name, links, qrCode }: FeedLinksProps) {
  const programs = [
    { words: 'Outlook at work (Microsoft 365)', href: links.outlookOffice },
    { words: 'Outlook.com', href: links.outlookLive },
    { words: 'Google Calendar', href: links.google },
    { words: 'Apple, or another program', href: links.webcal },
  ];
  return (
    <section class="cn-panel cn-subscribe" aria-labelledby="feed">
      <h2 class="govuk-heading-m" id="feed">
        {name}
      </h2>
      <ul class="cn-subscribe__programs">
        {programs.map(({ words, href }) => (
          <li key={words}>
            <a class="govuk-link" href={href} rel="noopener">
              {words}
            </a>
          </li>
        ))}
      </ul>
      <div class="cn-subscribe__address">
        <div class="cn-copy" data-copy>
          <Input
            name="address"
            label={{ text: 'Or copy this address into your calendar', classes: 'govuk-label--s' }}
            hint="In Outlook: Add calendar, then Subscribe from web. In Google: Other calendars, then From URL."
            value={links.address}
            spellcheck={false}
            attributes={{ readonly: true }}
          />
        </div>
        <QrCode svg={qrCode} label={`QR code of the address ${links.address}`} />
      </div>
    </section>
  );
}
