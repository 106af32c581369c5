import { accountPath } from '../../account/addresses.js';
import { kept } from '../domain/kept.js';
import { KeptTable, type KeptRow } from './kept-table.js';

/** What the other services keep; each says so in its own README, and carries it out itself. */
const elsewhere: readonly KeptRow[] = [
  {
    title: 'Mail to you',
    holds:
      'Address, subject, when it was sent and what the mail server answered; the text only until it is sent',
    why: 'Mail that did not arrive can be found.',
    until: '90 days after it was asked for',
  },
  {
    title: 'Your calendar feed',
    holds: 'That you have one, and what you may see in it',
    why: 'Your own calendar shows what you may see.',
    until: 'Kept until you end it, or your record is erased',
  },
  {
    title: 'Conferences that you book, come to or wait for',
    holds:
      'Names, addresses, phone numbers and job titles of those who booked and of delegates, what they answered, who waited for a place, and what was done with a booking',
    why: 'Whoever comes is known, and whoever booked can look after it; the next conference is planned from the last.',
    until: '2 years after the conference',
  },
  {
    title: 'What you eat and need at a conference',
    holds: 'Answers about meals, access and health, with the files that were given with them',
    why: 'The kitchen and the venue can look after you. Only those who do so see the answers.',
    until: '30 days after the conference, or when your place is cancelled',
  },
  {
    title: 'Requests to book a conference without an account',
    holds: 'Name, address, organisation and what was asked for',
    why: 'The link in the mail must lead to somebody.',
    until: '7 days after the request',
  },
  {
    title: 'Invoices, receipts and payments of conferences',
    holds: 'To whom they were made out, and the names of delegates that they are for',
    why: 'Tax law wants the books kept.',
    until: '7 years after they were issued or paid, or when the last is due that hangs together with them',
  },
];

export function PrivacyView() {
  return (
    <>
      <h1 class="govuk-heading-xl">Your data</h1>
      <p class="govuk-body-l">
        The network keeps what it needs of people to run its events, for as long as it says here, and no
        longer.
      </p>
      <h2 class="govuk-heading-m">What you can do</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={`${accountPath}/data`}>
            See what is held on you
          </a>
          , and download it
        </li>
        <li>
          <a class="govuk-link" href={`${accountPath}/details`}>
            Correct your details
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${accountPath}/erase`}>
            Have yourself erased
          </a>
        </li>
      </ul>
      <p class="govuk-body">
        You need to sign in for these. The network’s staff can do them for you as well.
      </p>
      <h2 class="govuk-heading-m">What is kept</h2>
      <KeptTable rows={[...Object.values(kept), ...elsewhere]} />
      <h2 class="govuk-heading-m">Cookies</h2>
      <p class="govuk-body">
        One cookie keeps you signed in, one ties a link to sign in to the browser that asked for it, one lets
        a browser that you have signed in with go on asking for links when somebody else asks for too many
        (for a year), and one carries a notice from one page to the next. There are no others, so there is
        nothing to consent to.
      </p>
    </>
  );
}
