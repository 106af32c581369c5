import { SummaryList, Tag } from '#ui';
import { emailPath, personPath } from '../addresses.js';
import type { Email, Person } from '../domain/person.js';
import { objectionToAddressing, type Asker } from '../domain/who-may.js';

export interface PersonAddressesProps {
  readonly person: Person;
  readonly asker: Asker;
}

/** A person's e-mail addresses, and what can be done with each. */
export function PersonAddresses({ person, asker }: PersonAddressesProps) {
  const objection = objectionToAddressing(asker, person);
  return (
    <section aria-labelledby="emails">
      <h2 class="govuk-heading-m" id="emails">
        Email addresses
      </h2>
      {person.emails.length === 0 ? (
        <p class="govuk-body">None yet. Without one they cannot sign in, and no mail reaches them.</p>
      ) : (
        <SummaryList rows={person.emails.map((email) => row(person, email, objection === null))} />
      )}
      <p class="govuk-body">
        {objection ?? (
          <a class="govuk-link" href={personPath(person.id, 'emails/new')}>
            Add an email address
          </a>
        )}
      </p>
    </section>
  );
}

function row(person: Person, email: Email, mayChange: boolean) {
  const { address, isPrimary } = email;
  const remove = {
    href: emailPath(person.id, address, 'remove'),
    text: 'Remove',
    visuallyHiddenText: address,
  };
  const choose = {
    href: emailPath(person.id, address, 'primary'),
    text: 'Send mail here',
    visuallyHiddenText: `to ${address}`,
  };
  return {
    key: address,
    value: <Standing email={email} />,
    actions: { items: mayChange ? [...(isPrimary ? [] : [choose]), remove] : [] },
  };
}

/** Whether mail goes to the address, and whether it is known to arrive. */
function Standing({ email: { isPrimary, verifiedAt } }: { readonly email: Email }) {
  return (
    <>
      {isPrimary ? 'Mail goes here' : 'For signing in only'}{' '}
      {verifiedAt === null && <Tag colour="yellow">Not confirmed</Tag>}
    </>
  );
}
