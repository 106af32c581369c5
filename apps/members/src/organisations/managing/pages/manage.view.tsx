import { Button, ButtonGroup, plural } from '#ui';
import { managePath, numbersPath, organisationsPath } from '../../addresses.js';
import { listOf, organisationListAddress, type OrganisationList } from '../domain/organisation-list.js';
import type { DueCounts } from '../find-organisations.js';
import { discountNotice } from '../organisation-filter.js';

interface Task {
  readonly words: string;
  readonly list: OrganisationList;
}

/** What waits to be done, the most pressing first; each leads to the organisations concerned. */
function tasksOf(due: DueCounts): readonly Task[] {
  const has = (count: number) => (count === 1 ? 'has' : 'have');
  return [
    {
      count: due.left,
      words: `${plural(due.left, 'organisation')} ${has(due.left)} reached the day to leave`,
      list: listOf({ due: 'left' }),
    },
    {
      count: due.applied,
      words: `${plural(due.applied, 'application')} ${due.applied === 1 ? 'waits' : 'wait'} for a decision`,
      list: listOf({ status: 'applied' }),
    },
    {
      count: due.approved,
      words: `${plural(due.approved, 'organisation')} ${due.approved === 1 ? 'is' : 'are'} approved and ${has(due.approved)} not joined yet`,
      list: listOf({ status: 'approved' }),
    },
    {
      count: due.leaving,
      words: `${plural(due.leaving, 'organisation')} ${due.leaving === 1 ? 'leaves' : 'leave'} this quarter`,
      list: listOf({ due: 'leaving' }),
    },
    {
      count: due.discount,
      words: `${plural(due.discount, 'discount')} ${due.discount === 1 ? 'ends' : 'end'} within ${discountNotice} days`,
      list: listOf({ due: 'discount' }),
    },
    {
      count: due.contact,
      words: `${plural(due.contact, 'member')} ${has(due.contact)} no booking contact`,
      list: listOf({ due: 'contact' }),
    },
  ].filter((task) => task.count > 0);
}

const sections = [
  { href: organisationsPath, name: 'Organisations', about: 'their records, categories and status' },
  { href: `${managePath}/people`, name: 'People', about: 'their records, organisations and roles' },
  { href: `${managePath}/boards`, name: 'Boards', about: 'who sits on them, and until when' },
  { href: numbersPath, name: 'Numbers over time', about: 'joiners, leavers and members by category' },
  { href: `${managePath}/audit`, name: 'Audit log', about: 'who did what that concerns security' },
  {
    href: `${managePath}/retention`,
    name: 'Retention',
    about: 'how long we keep what, and what was deleted',
  },
] as const;

export function ManageView({ due }: { readonly due: DueCounts }) {
  const tasks = tasksOf(due);
  return (
    <>
      <h1 class="govuk-heading-xl">Manage members</h1>
      <div class="govuk-form-group">
        <section class="cn-panel" aria-labelledby="to-do">
          <h2 class="govuk-heading-m" id="to-do">
            What needs doing first
          </h2>
          {tasks.length === 0 ? (
            <p class="govuk-body">
              Nothing: nobody is about to leave, no discount ends soon, and every member has a booking
              contact.
            </p>
          ) : (
            <ul class="govuk-list govuk-list--spaced">
              {tasks.map(({ words, list }) => (
                <li key={words}>
                  <a class="govuk-link" href={organisationListAddress(organisationsPath, list)}>
                    {words}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      <ButtonGroup>
        <Button href={`${organisationsPath}/new`}>Put an organisation on record</Button>
        <Button href={`${managePath}/people/new`} classes="govuk-button--secondary">
          Put a person on record
        </Button>
      </ButtonGroup>
      <h2 class="govuk-heading-m">Where everything is</h2>
      <ul class="govuk-list govuk-list--spaced">
        {sections.map(({ href, name, about }) => (
          <li key={href}>
            <a class="govuk-link" href={href}>
              {name}
            </a>
            : {about}
          </li>
        ))}
      </ul>
    </>
  );
}
