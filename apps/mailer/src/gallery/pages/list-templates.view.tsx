import { mailKindOf } from '#contracts';
import { EmptyState, ResponsiveTable } from '#ui';
import { MailSections } from '../../mails/pages/mail-sections.js';
import { Silent } from '../../messages-pages/pages/service-notes.js';
import { appInWords } from '../../messages-pages/domain/message-words.js';
import { templatePath, templatesPath } from '../addresses.js';
import type { TemplatesOf } from '../find-templates.js';

export function ListTemplatesView({ found }: { readonly found: readonly TemplatesOf[] }) {
  return (
    <>
      <h1 class="govuk-heading-xl">Templates of mails</h1>
      <MailSections current={templatesPath} />
      <p class="govuk-body-l">Every mail that the site writes, with made-up names and events.</p>
      <Silent
        apps={found.flatMap(({ app, templates }) => (templates === null ? [app] : []))}
        what="the mails written there are not shown"
      />
      {found.map((each) => each.templates !== null && <OfApp key={each.app} {...each} />)}
    </>
  );
}

function OfApp({ app, templates }: TemplatesOf) {
  if (templates === null || templates.length === 0) {
    return (
      <EmptyState titleText={`${appInWords(app)} writes no mails yet`}>
        <p class="govuk-body">Its templates will be listed here.</p>
      </EmptyState>
    );
  }
  return (
    <ResponsiveTable
      caption={appInWords(app)}
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'title', heading: 'Mail' },
        { key: 'when', heading: 'Sent when' },
        { key: 'kind', heading: 'Kind' },
      ]}
      rows={templates.map(({ name, title, sentWhen, kind }) => [
        <a class="govuk-link" href={templatePath(app, name)}>
          {title}
        </a>,
        sentWhen,
        mailKindOf(kind).title,
      ])}
    />
  );
}
