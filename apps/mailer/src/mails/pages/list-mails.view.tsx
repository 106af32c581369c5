import { EmptyState, EndOfList, momentInWords, Pages, plural, ResponsiveTable } from '#ui';
import { mailingPath } from '../../mailings/addresses.js';
import { suppressedPath } from '../../suppression/addresses.js';
import { mailPath, mailsPath } from '../addresses.js';
import { isFiltered, mailListAddress, type MailList } from '../domain/mail-list.js';
import type { ListedMail, ListedMails, Troubles } from '../find-mails.js';
import { CountsByState, MailFilters } from './list-filters.js';
import { MailSections } from './mail-sections.js';
import { StatusTag } from './status-tag.js';
import { addressInWords, kindInWords } from './words.js';

/** How many mails a page of the table holds. */
export const pageSize = 50;

export interface ListMailsProps {
  readonly list: MailList;
  readonly found: ListedMails;
  readonly troubles: Troubles;
}

export function ListMailsView({ list, found, troubles }: ListMailsProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Mail</h1>
      <p class="govuk-body-l">What was sent to whom, and what became of it. The log is kept for 90 days.</p>
      <MailSections current={mailsPath} />
      <ToDoFirst troubles={troubles} />
      <Narrowed list={list} found={found} />
      <MailFilters list={list} />
      <CountsByState list={list} counts={found.counts} />
      {found.items.length === 0 ? <Nothing list={list} /> : <Found list={list} found={found} />}
    </>
  );
}

function ToDoFirst({ troubles: { deferred, refused, shut } }: { readonly troubles: Troubles }) {
  if (deferred + refused + shut === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="troubles">
      <h2 class="cn-status__title" id="troubles">
        To look at
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {refused > 0 && (
          <li>
            <a href={mailListAddress(mailsPath, { status: 'refused' })}>
              {plural(refused, 'mail')} refused in the last seven days
            </a>
          </li>
        )}
        {shut > 0 && (
          <li>
            <a href={suppressedPath}>
              {plural(shut, 'address', 'addresses')} that a mail server has refused for good
            </a>
          </li>
        )}
        {deferred > 0 && (
          <li>
            <a href={mailListAddress(mailsPath, { status: 'deferred' })}>
              {plural(deferred, 'mail')} that could not be sent yet
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Whose mails, or which mailing's, the list is about. */
function Narrowed({ list: { person, mailing }, found: { about } }: Pick<ListMailsProps, 'list' | 'found'>) {
  if (person === null && mailing === null) return null;
  return (
    <h2 class="govuk-heading-m">
      {person !== null && `Mails to ${about.person ?? 'one person'}`}
      {person !== null && mailing !== null && ', '}
      {mailing !== null && (
        <>
          {person === null ? 'Mails of ' : 'of '}
          <a class="govuk-link" href={mailingPath(mailing)}>
            {about.mailing === null ? 'one mailing' : `“${about.mailing}”`}
          </a>
        </>
      )}
    </h2>
  );
}

function Found({ list, found }: Pick<ListMailsProps, 'list' | 'found'>) {
  return (
    <>
      <ResponsiveTable
        caption={`${plural(found.total, 'mail')}, the latest first`}
        captionClasses="govuk-table__caption--s"
        columns={[
          { key: 'to', heading: 'To' },
          { key: 'about', heading: 'About' },
          { key: 'kind', heading: 'Kind' },
          { key: 'asked', heading: 'Asked for' },
          { key: 'state', heading: 'State' },
        ]}
        rows={found.items.map(row)}
      />
      <Pages
        current={list.page}
        total={Math.ceil(found.total / pageSize)}
        href={(page) => mailListAddress(mailsPath, { ...list, page })}
        landmarkLabel="Pages of mails"
      />
    </>
  );
}

function row(mail: ListedMail) {
  const { status, lastAnswer } = mail;
  return [
    <a class="govuk-link" href={mailPath(mail.id)}>
      {addressInWords(mail)}
    </a>,
    mail.subject ?? '–',
    kindInWords(mail.kind),
    momentInWords(mail.askedAt),
    <>
      <StatusTag status={status} />
      {status !== 'sent' && lastAnswer !== null && <div class="cn-quiet">{lastAnswer}</div>}
    </>,
  ];
}

/** Stands where the table would be: what will be there, or how to find something. */
function Nothing({ list }: { readonly list: MailList }) {
  if (list.page > 1) return <EndOfList firstPage={mailListAddress(mailsPath, { ...list, page: 1 })} />;
  if (isFiltered(list)) {
    return (
      <EmptyState titleText="No mail is like this">
        <p class="govuk-body">
          Try a shorter part of the address, or{' '}
          <a class="govuk-link" href={mailsPath}>
            look at all mails
          </a>
          .
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState titleText="No mail has been sent yet">
      <p class="govuk-body">
        Mails will be listed here from the first on: ask for a link to sign in, and you will see one.
      </p>
    </EmptyState>
  );
}
