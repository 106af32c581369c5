import { Button } from '#ui';
import { managePath } from '../../organisations/addresses.js';
import { accountPath, sessionsPath, tokensPath } from '../addresses.js';

interface Way {
  readonly href: string;
  readonly text: string;
  readonly hint: string;
}

const ownWays: readonly Way[] = [
  { href: `${accountPath}/details`, text: 'Your details', hint: 'Put right what is said of you.' },
  {
    href: `${accountPath}/data`,
    text: 'What is held on you',
    hint: 'See all of it, and take it away with you.',
  },
  {
    href: '/calendar/my-feed',
    text: 'Your calendar feed',
    hint: 'A personal address with the events that you may see.',
  },
  {
    href: '/calendar/following',
    text: 'What you follow',
    hint: 'Events and series whose changes you are told of.',
  },
  {
    href: '/conference/bookings',
    text: 'Your bookings',
    hint: 'Conferences that you, or organisations you book for, have booked.',
  },
  { href: '/mail/preferences', text: 'Your mails', hint: 'Choose which ones you get.' },
  { href: sessionsPath, text: 'Where you are signed in', hint: 'See your browsers, and sign them out.' },
  { href: tokensPath, text: 'API tokens', hint: 'For programs that do things in your name.' },
  { href: `${accountPath}/erase`, text: 'Have it all erased', hint: 'Everything that is held on you.' },
];

/** Where each part of the site has its pages for staff, which nobody else sees a link to. */
const staffWays: readonly Way[] = [
  { href: '/calendar/manage', text: 'Events', hint: 'Write, publish, move and cancel them.' },
  { href: '/conference/manage', text: 'Conferences', hint: 'Set them up, and look after who comes.' },
  { href: '/conference/money', text: 'Money', hint: 'Invoices, payments and what is outstanding.' },
  { href: managePath, text: 'Members', hint: 'Organisations, people, boards and the audit log.' },
  { href: '/mail', text: 'Mail', hint: 'What became of each, mailings, and how all mails look.' },
  { href: '/mail/messages', text: 'Messages between the services', hint: 'Whether everything arrives.' },
];

function Ways({ ways }: { readonly ways: readonly Way[] }) {
  return (
    <ul class="govuk-list govuk-list--spaced">
      {ways.map(({ href, text, hint }) => (
        <li key={href}>
          <a class="govuk-link" href={href}>
            {text}
          </a>
          <br />
          {hint}
        </li>
      ))}
    </ul>
  );
}

export interface AccountViewProps {
  readonly name: string;
  readonly isStaff: boolean;
}

/** What a person can look after. */
export function AccountView({ name, isStaff }: AccountViewProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Your account</h1>
      <p class="govuk-body">You are signed in as {name}.</p>
      <Ways ways={ownWays} />
      {isStaff && (
        <>
          <h2 class="govuk-heading-m">For staff</h2>
          <Ways ways={staffWays} />
        </>
      )}
      <form method="post" action="/members/sign-out">
        <Button classes="govuk-button--secondary">Sign out</Button>
      </form>
    </>
  );
}

/** For staff who act for the person. */
export function ActingView({ name, actor }: { readonly name: string; readonly actor: string }) {
  return (
    <>
      <h1 class="govuk-heading-xl">You act for {name}</h1>
      <p class="govuk-body">
        You are {actor}. What you do now is done for {name}, and recorded as such. Their sign-ins, tokens and
        data are for them alone.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${accountPath}/details`}>
          Change their details
        </a>
      </p>
      <form method="post" action="/members/acting/stop">
        <Button>Stop acting for {name}</Button>
      </form>
    </>
  );
}
