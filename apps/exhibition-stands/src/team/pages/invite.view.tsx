import {
  Button,
  Checkboxes,
  EmptyState,
  field,
  FileUpload,
  FilterForm,
  HiddenFields,
  Input,
  plural,
  Textarea,
  type Form,
} from '#ui';
import { teamPath } from '../addresses.js';
import type { FoundInvitee, FoundOrganisation } from '../find-invitees.js';
import { mostFound } from '../find-invitees.js';

/** What was looked for among the people whom the network knows. */
export interface InviteSearch {
  readonly words: string;
  /** Their people are shown; `null`: whoever the words find. */
  readonly organisationId: string | null;
  readonly people: readonly FoundInvitee[];
  readonly organisations: readonly FoundOrganisation[];
}

export interface InviteViewProps {
  readonly exhibitionId: string;
  readonly search: InviteSearch;
  /** Names of the controls: `people`, `name`, `email`, `organisationName`, `list`, `file`. */
  readonly form: Form;
  /** By which a second press is known. */
  readonly once: string;
}

/** The ways to invite people: those whom the network knows, one by name and address, or a list. */
export function InviteView(props: InviteViewProps) {
  const { exhibitionId, form, once } = props;
  return (
    <>
      <p class="govuk-body">
        Each has a mail with a link of their own, by which they say when they can come. They need no account.
        Nobody is invited twice.
      </p>
      <h2 class="govuk-heading-m">People the network knows</h2>
      <Known {...props} />
      <h2 class="govuk-heading-m">Somebody else</h2>
      <form method="post" action={teamPath(exhibitionId, 'invite')} novalidate>
        <HiddenFields values={{ way: 'one', once }} />
        <Input {...field(form, 'name')} label="Name" autocomplete="off" spellcheck={false} />
        <Input
          {...field(form, 'email')}
          label="Email address"
          type="email"
          autocomplete="off"
          spellcheck={false}
        />
        <Input
          {...field(form, 'organisationName')}
          label="Organisation (optional)"
          autocomplete="off"
          spellcheck={false}
        />
        <Button preventDoubleClick classes="govuk-button--secondary">
          Invite this person
        </Button>
      </form>
      <h2 class="govuk-heading-m">A list</h2>
      <form method="post" action={teamPath(exhibitionId, 'invite')} enctype="multipart/form-data" novalidate>
        <HiddenFields values={{ way: 'list', once }} />
        <Textarea
          {...field(form, 'list')}
          label="Paste the list"
          hint="One person on each row: name, email address, organisation. Rows of a spreadsheet can be pasted as they are, and so can the addresses of a mail."
          rows={6}
          spellcheck={false}
        />
        <FileUpload {...field(form, 'file')} label="Or a CSV file of up to 1 MB" accept=".csv,text/csv" />
        <Button preventDoubleClick classes="govuk-button--secondary">
          Invite these people
        </Button>
      </form>
    </>
  );
}

function Known({ exhibitionId, search, form, once }: InviteViewProps) {
  const path = teamPath(exhibitionId, 'invite');
  const isAsked = search.words.trim() !== '' || search.organisationId !== null;
  return (
    <>
      <FilterForm action={path} label="People to invite" show="Find people" all={null}>
        <Input
          id="q"
          name="q"
          value={search.words}
          label="Name, address or organisation"
          type="search"
          autocomplete="off"
        />
      </FilterForm>
      {search.organisations.length > 0 && (
        <ul class="govuk-list">
          {search.organisations.map(({ id, name, people }) => (
            <li key={id}>
              <a class="govuk-link" href={`${path}?organisation=${encodeURIComponent(id)}`}>
                {people === 1 ? 'The one person of ' : `All ${people} people of `}
                <bdi>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      {isAsked && search.people.length === 0 && (
        <EmptyState titleText="Nobody is found" headingLevel={3}>
          <p class="govuk-body">Try a part of the name, or invite them by name and address below.</p>
        </EmptyState>
      )}
      {search.people.length > 0 && (
        <form method="post" action={path} novalidate>
          <HiddenFields
            values={{
              way: 'known',
              once,
              q: search.words,
              ...(search.organisationId !== null && { organisation: search.organisationId }),
            }}
          />
          <Checkboxes
            {...field(form, 'people')}
            {...(search.organisationId !== null && { values: invitable(search.people) })}
            classes="govuk-checkboxes--small"
            fieldset={{
              legend: {
                text: `${plural(search.people.length, 'person', 'people')} found${search.people.length === mostFound ? ', and perhaps more: use more words' : ''}`,
                classes: 'govuk-fieldset__legend--s',
              },
            }}
            items={search.people.map((person) => ({
              value: person.personId,
              text: <bdi>{person.name}</bdi>,
              hint: hintOf(person),
              disabled: person.isInTeam || person.email === null,
            }))}
          />
          <Button preventDoubleClick>Invite those who are chosen</Button>
        </form>
      )}
    </>
  );
}

const invitable = (people: readonly FoundInvitee[]): string[] =>
  people.filter(({ isInTeam, email }) => !isInTeam && email !== null).map(({ personId }) => personId);

function hintOf({ isInTeam, email, organisationName }: FoundInvitee): string {
  const state = isInTeam ? 'In the team already' : (email ?? 'Has no address to write to');
  return [state, ...(organisationName === null ? [] : [organisationName])].join(', ');
}
