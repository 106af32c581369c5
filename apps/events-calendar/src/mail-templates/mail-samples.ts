import type { MailSample } from '#contracts';

/** Every mail that this service writes, with sample data. */
export const mailSamples: readonly MailSample[] = [];
