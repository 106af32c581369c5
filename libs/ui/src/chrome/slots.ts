import { escapeHtml } from './escape-html.js';

/** Stands in the header's markup where the person's account goes. Text cannot forge it: `<` is always escaped. */
export const accountSlot = '<!--account-->';

/**
 * Marks the navigation link of a section. Text cannot forge it, because `"` is always escaped.
 * @param section as the navigation names it
 */
export function sectionMark(section: string): string {
  return `data-section="${section}"`;
}

/** The person at the keyboard, as the header greets them. */
export interface Account {
  readonly name: string;
  /** Their own page. */
  readonly href: string;
  /** Where a form that signs them out goes. */
  readonly signOut: string;
}

/** What a page puts into the header. */
export interface HeaderFilling {
  /** `null` when nobody is signed in. */
  readonly account: Account | null;
  /** Where to sign in; `null` where that is not offered. */
  readonly signIn: string | null;
  /** The section that the page belongs to. */
  readonly section: string | null;
  /** Whether the page is the section's own first page, where its navigation link leads. */
  readonly isSectionHome: boolean;
}

function accountHtml({ account, signIn }: HeaderFilling): string {
  if (account === null)
    return signIn === null ? '' : `<div class="cn-account"><a href="${escapeHtml(signIn)}">Sign in</a></div>`;
  const { name, href, signOut } = account;
  return [
    `<div class="cn-account"><a href="${escapeHtml(href)}"><span class="govuk-visually-hidden">Your account: </span>${escapeHtml(name)}</a>`,
    `<form method="post" action="${escapeHtml(signOut)}"><button class="cn-link-button" type="submit">Sign out</button></form></div>`,
  ].join('');
}

/**
 * The header with its slots filled: the account area, and `aria-current` on the current section's link.
 * @param header a chrome's header markup
 */
export function fillHeader(header: string, filling: HeaderFilling): string {
  const withAccount = header.replace(accountSlot, () => accountHtml(filling));
  if (filling.section === null) return withAccount;
  const mark = sectionMark(escapeHtml(filling.section));
  return withAccount.replace(mark, () => `${mark} aria-current="${filling.isSectionHome ? 'page' : 'true'}"`);
}
