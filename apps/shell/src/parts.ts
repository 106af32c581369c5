/** One service behind the shell, as the shell knows it. */
export interface Part {
  /** The app's name; its internal address stands in the variable of that name (`EVENTS_CALENDAR_URL`). */
  readonly app: string;
  /** The path its pages stand under. */
  readonly prefix: string;
  /** The path its API stands under. */
  readonly api: string;
  /** As a sentence names it: "The … is not available". */
  readonly words: string;
  /** Its entry in the navigation; `section` names its accent colour. `null`: none, as it has no pages for everyone. */
  readonly navigation: { readonly section: string; readonly label: string; readonly href: string } | null;
  /** The piece of the home page that it makes, if any. */
  readonly homeFragment: string | null;
}

/** Every part of the site, in the order of the navigation. */
export const parts: readonly Part[] = [
  {
    app: 'events-calendar',
    prefix: '/calendar',
    api: '/api/v1/events-calendar',
    words: 'calendar',
    navigation: { section: 'calendar', label: 'Calendar', href: '/calendar' },
    homeFragment: '/calendar/fragments/upcoming',
  },
  {
    app: 'conference-registration',
    prefix: '/conference',
    api: '/api/v1/conference-registration',
    words: 'conference registration',
    navigation: { section: 'conference', label: 'Conferences', href: '/conference' },
    homeFragment: null,
  },
  {
    app: 'exhibition-stands',
    prefix: '/stands',
    api: '/api/v1/exhibition-stands',
    words: 'stands',
    navigation: { section: 'stands', label: 'Stands', href: '/stands' },
    homeFragment: null,
  },
  {
    app: 'study-visits',
    prefix: '/visits',
    api: '/api/v1/study-visits',
    words: 'study visits',
    navigation: { section: 'visits', label: 'Visits', href: '/visits' },
    homeFragment: null,
  },
  {
    app: 'members',
    prefix: '/members',
    api: '/api/v1/members',
    words: 'list of members',
    navigation: { section: 'members', label: 'Members', href: '/members' },
    homeFragment: null,
  },
  {
    app: 'mailer',
    prefix: '/mail',
    api: '/api/v1/mailer',
    words: 'log of mails',
    navigation: null,
    homeFragment: null,
  },
];
