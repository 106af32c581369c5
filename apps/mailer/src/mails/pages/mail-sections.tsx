import { messagesPath } from '../../messages-pages/addresses.js';
import { templatesPath } from '../../gallery/addresses.js';
import { suppressedPath } from '../../suppression/addresses.js';
import { mailsPath } from '../addresses.js';

const sections = [
  { href: mailsPath, text: 'Mails' },
  { href: `${mailsPath}/mailings`, text: 'Mailings' },
  { href: suppressedPath, text: 'Addresses shut' },
  { href: templatesPath, text: 'Templates' },
  { href: messagesPath, text: 'Messages between the services' },
] as const;

/** Leads from one of the staff's pages about mail to the others. */
export function MailSections({ current }: { readonly current: (typeof sections)[number]['href'] }) {
  return (
    <nav aria-label="About mail">
      <ul class="cn-choices">
        {sections.map(({ href, text }) => (
          <li key={href}>
            <a href={href} aria-current={href === current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
