/** How to subscribe to a feed, for each calendar program. */
export interface SubscribeLinks {
  /** The feed's own https address, to be copied. */
  readonly address: string;
  /** Opens the program that the reader's machine has for calendars: Apple's, Outlook, Thunderbird. */
  readonly webcal: string;
  readonly google: string;
  /** Outlook on the web at work. */
  readonly outlookOffice: string;
  /** Outlook.com, at home. */
  readonly outlookLive: string;
}

/**
 * @param address the feed's http(s) address.
 * @param name what Outlook is to call the calendar; Google and Apple take the name that the feed itself has.
 */
export function subscribeLinks(address: string, name: string): SubscribeLinks {
  const webcal = address.replace(/^https?:/u, 'webcal:');
  const outlook = `/calendar/0/addfromweb?url=${encodeURIComponent(address)}&name=${encodeURIComponent(name)}`;
  return {
    address,
    webcal,
    google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
    outlookOffice: `https://outlook.office.com${outlook}`,
    outlookLive: `https://outlook.live.com${outlook}`,
  };
}
