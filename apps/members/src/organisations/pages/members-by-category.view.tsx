import { EmptyState, plural } from '#ui';
import { managePath } from '../addresses.js';
import type { CategoryGroup, ListedMember } from '../domain/by-category.js';
import type { Category } from '../domain/organisation.js';

const words: Readonly<Record<Category, { heading: string; who: string }>> = {
  full: { heading: 'Full members', who: 'Councils and combined authorities' },
  associate: {
    heading: 'Associate members',
    who: 'Town, parish and community councils, and opposition groups',
  },
  affiliate: { heading: 'Affiliate members', who: 'Co-operative bodies, charities and companies' },
  supporter: { heading: 'Supporters', who: 'People and small organisations' },
};

/** A council's name says what it is; a partner's seldom does. */
function Member({ member }: { readonly member: ListedMember }) {
  const isCouncil = member.category === 'full' || member.category === 'associate';
  return (
    <li>
      {member.name}
      {!isCouncil && <span class="cn-quiet">, {member.kind}</span>}
    </li>
  );
}

function Group({ category, members }: CategoryGroup) {
  return (
    <section aria-labelledby={category}>
      <h2 class="govuk-heading-m" id={category}>
        {words[category].heading} ({members.length})
      </h2>
      <p class="govuk-body cn-quiet">{words[category].who}</p>
      {members.length === 0 ? (
        <p class="govuk-body">None at the moment.</p>
      ) : (
        <ul class="govuk-list cn-columns">
          {members.map((member) => (
            <Member key={member.name} member={member} />
          ))}
        </ul>
      )}
    </section>
  );
}

export interface MembersByCategoryProps {
  readonly groups: readonly CategoryGroup[];
  /** Staff are shown the way to their own pages. */
  readonly isStaff: boolean;
}

/** All members of the network, category by category. */
export function MembersByCategoryView({ groups, isStaff }: MembersByCategoryProps) {
  const total = groups.reduce((sum, group) => sum + group.members.length, 0);
  return (
    <>
      <h1 class="govuk-heading-xl">Members</h1>
      {isStaff && (
        <p class="govuk-body">
          <a class="govuk-link" href={managePath}>
            Manage members
          </a>
        </p>
      )}
      {total === 0 ? (
        <EmptyState titleText="No members yet">
          The organisations that belong to the network are listed here, by category, as soon as they are
          entered.
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body-l">
            {plural(total, 'organisation belongs', 'organisations belong')} to the network.
          </p>
          {groups.map((group) => (
            <Group key={group.category} {...group} />
          ))}
        </>
      )}
    </>
  );
}
