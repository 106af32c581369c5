import type { Category, Status } from './organisation.js';

/** Alone in a cell or a tag, and as the choices of a form. */
export const statusWords: Readonly<Record<Status, string>> = {
  applied: 'Applied',
  approved: 'Approved',
  declined: 'Declined',
  member: 'Member',
  leaving: 'Leaving',
  retained: 'Retained',
  left: 'Left',
};

export const categoryWords: Readonly<Record<Category, string>> = {
  full: 'Full',
  associate: 'Associate',
  affiliate: 'Affiliate',
  supporter: 'Supporter',
};

/** Who belongs in a category. */
export const categoryMembers: Readonly<Record<Category, string>> = {
  full: 'Councils and combined authorities',
  associate: 'Town, parish and community councils, and opposition groups',
  affiliate: 'Co-operative bodies, charities and companies',
  supporter: 'People and small organisations',
};

/** "Combined authority": a word of ours at the beginning of a sentence or alone in a cell. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
