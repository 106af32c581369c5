import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A script of the mailbox's page. */
export interface PageScript {
  /** The name that its address ends with. */
  readonly name: string;
  readonly text: string;
}

/**
 * MailDev shows a mail in a frame that neither opens windows nor runs scripts, so a link pressed there would open our site
 * inside the frame, of no use. Its one script is changed to open links in a tab of their own, outside the frame's limits.
 *
 * @param text the script as MailDev 3.0.0 has it
 */
export function openLinksInTabs(text: string): string {
  return text
    .replace(
      'sandbox:"allow-same-origin"',
      'sandbox:"allow-same-origin allow-popups allow-popups-to-escape-sandbox"',
    )
    .replace('"iframe",{ref:r,srcDoc:a,', `"iframe",{ref:r,srcDoc:'<base target="_blank">'+a,`);
}

/** The script of the mailbox's page, changed so that links in mails can be followed. */
export function pageScript(): PageScript {
  const assets = fileURLToPath(new URL('../dist/assets/', import.meta.resolve('@maildev/ui/server')));
  const file = readdirSync(assets).find((name) => /^index-.*\.js$/.test(name));
  if (file === undefined) throw new Error('MailDev has no script');
  return { name: basename(file), text: openLinksInTabs(readFileSync(join(assets, file), 'utf8')) };
}
