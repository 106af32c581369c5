import type { MailSample } from '#contracts';
import { samples as applications } from '../applications/emails/applications.sample.js';
import { samples as references } from '../references/emails/references.sample.js';
import { samples as offers } from '../offers/emails/offer.sample.js';
import { samples as results } from '../offers/emails/result.sample.js';
import { samples as travellers } from '../travellers/emails/traveller.sample.js';
import { samples as markWorsened } from '../readiness/emails/mark-worsened.sample.js';
import { samples as stillMissing } from '../readiness/emails/still-missing.sample.js';
import { samples as ownTravel } from '../travel/emails/own-travel.sample.js';
import { samples as itinerary } from '../itinerary/emails/visit-itinerary.sample.js';

/** Every mail that this service writes, with sample data; each feature lists its own. */
export const mailSamples: readonly MailSample[] = [
  ...applications,
  ...references,
  ...results,
  ...offers,
  ...travellers,
  ...stillMissing,
  ...markWorsened,
  ...ownTravel,
  ...itinerary,
];
