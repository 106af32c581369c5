import { Button, FormErrors, HiddenFields, listInWords, type Form } from '#ui';
import { personPath } from '../addresses.js';
import { hasGrant } from '../domain/grants.js';
import { grantedRoles, type GrantedRole, type Person } from '../domain/person.js';
import type { Objection } from '../domain/who-may.js';
import { grantedRoleInWords } from '../domain/words.js';

const what: Readonly<Record<GrantedRole, string>> = {
  staff: 'They keep the calendar, organisations and people, and can act for a member.',
  admin: 'They may do all that staff may, and give and withdraw roles.',
};

export interface RolesProps {
  readonly person: Person;
  readonly shown: Form;
  /** What keeps the reader from changing them. */
  readonly objection: Objection;
}

export function RolesView({ person, shown, objection }: RolesProps) {
  return (
    <>
      <FormErrors form={shown} />
      <h1 class="govuk-heading-l">Roles of {person.name}</h1>
      <p class="govuk-body">
        {objection ?? 'They have to sign in anew, everywhere, when a role is given to them or withdrawn.'}
      </p>
      <p class="govuk-body">{signInWords(person)}</p>
      {grantedRoles.map((role) => (
        <section key={role} aria-labelledby={role}>
          <h2 class="govuk-heading-m" id={role}>
            {grantedRoleInWords[role]}
          </h2>
          <p class="govuk-body">
            {what[role]} {hasGrant(person, role) ? `${person.name} has this role.` : ''}
          </p>
          {objection === null && <RoleForm person={person} role={role} />}
        </section>
      ))}
    </>
  );
}

/** Whoever reads these addresses has the role, so it is worth a look whose they are. */
function signInWords({ name, emails }: Person): string {
  if (emails.length === 0) return `${name} has no email address yet, so nobody can sign in as them.`;
  const told = emails.map(({ address, verifiedAt }) => (verifiedAt ? address : `${address} (not confirmed)`));
  return `Whoever reads mail to ${listInWords(told, 'or')} can sign in as ${name}.`;
}

function RoleForm({ person, role }: { readonly person: Person; readonly role: GrantedRole }) {
  const has = hasGrant(person, role);
  return (
    <form method="post" action={personPath(person.id, 'roles')}>
      <HiddenFields values={{ role, change: has ? 'withdraw' : 'grant' }} />
      <Button classes={has ? 'govuk-button--warning' : 'govuk-button--secondary'} preventDoubleClick>
        {has ? 'Withdraw' : 'Give'} the role “{grantedRoleInWords[role]}”
      </Button>
    </form>
  );
}
