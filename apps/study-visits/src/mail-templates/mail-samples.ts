import type { MailSample } from '#contracts';
import { samples as applications } from '../applications/emails/applications.sample.js';
import { samples as references } from '../references/emails/references.sample.js';
import { samples as offers } from '../offers/emails/offer.sample.js';
import { samples as results } from '../offers/emails/result.sample.js';
import { samples as readiness } from '../readiness/emails/readiness.sample.js';

/** Every mail that this service writes, with sample data; each feature lists its own. */
export const mailSamples: readonly MailSample[] = [
  ...applications,
  ...references,
  ...results,
  ...offers,
  ...readiness,
];
