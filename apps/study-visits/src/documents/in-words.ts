import { numberInWords } from '#ui';
import type { DocumentAudience } from './domain/audience.js';

export const audienceWords: Readonly<Record<DocumentAudience, string>> = {
  staff: 'Staff alone',
  travellers: 'Travellers and staff',
  everyone: 'Everybody',
};

/** "1.2 MB", "340 KB" @param bytes how large */
export function sizeInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1000 ? `${numberInWords(kilobytes)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
