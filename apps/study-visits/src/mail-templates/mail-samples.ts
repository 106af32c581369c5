import type { MailSample } from '#contracts';

/** Every mail that this service writes, with sample data; each feature lists its own. */
export const mailSamples: readonly MailSample[] = [];
