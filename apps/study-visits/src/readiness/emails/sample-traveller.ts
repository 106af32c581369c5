const site = 'https://events.example.org';

/** Whom the samples of mails are written to, and of which visit. */
export const sampleTraveller = {
  visit: { title: 'Mondragon: how a valley works', when: 'Sunday 11 to Friday 16 March 2035' },
  name: 'Siân “Sal” O’Featherstonehaugh & Llewellyn-Ffoulkes',
  ownUrl: `${site}/visits/travellers/${'sample'.repeat(7)}s/ready`,
  siteUrl: site,
};
