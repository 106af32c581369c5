import type { MailSample } from '#contracts';
import { incidentEmail } from './incident-news.email.js';

const site = 'https://events.example.org';

/** To those who may read incidents of a visit. */
export const samples: readonly MailSample[] = [
  {
    name: 'incident-news',
    kind: 'visits',
    title: 'Something new to read of a study visit',
    sentWhen: 'Something is recorded that happened on a visit, or added to it, for those who may read it.',
    make: () =>
      incidentEmail({
        name: 'Bo “B” Example',
        visitTitle: 'Mondragon & the Basque valleys',
        url: `${site}/visits/manage/0197f000-0000-7000-8000-000000000001/incidents`,
        siteUrl: site,
      }),
  },
];
