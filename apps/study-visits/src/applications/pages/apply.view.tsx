import {
  BreakableEmail,
  Button,
  Details,
  field,
  FormErrors,
  HiddenFields,
  Input,
  InsetText,
  listInWords,
  SummaryList,
  type Form,
} from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { applyPath, colleaguesPath } from '../addresses.js';
import type { ApplyWindow } from '../domain/apply-window.js';
import { deadlineInWords } from '../in-words.js';

export interface ApplyViewProps {
  readonly visit: Visit;
  readonly window: ApplyWindow;
  readonly form: Form;
  /** Who is signed in; `null`: nobody. */
  readonly person: {
    readonly name: string;
    readonly email: string | null;
    readonly organisations: readonly string[];
  } | null;
  /** The organisations whose people the reader can sign up. */
  readonly booksFor: readonly string[];
}

/** What applying is like, until when one can, and how one begins. */
export function ApplyView(props: ApplyViewProps) {
  const { visit, window, form: shown, person } = props;
  return (
    <>
      <FormErrors form={shown} />
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">Apply for a place</h1>
      {window === 'open' ? <Open {...props} /> : <NotOpen visit={visit} window={window} />}
      {person === null && window !== 'not-set' && <LinkAgain {...props} />}
    </>
  );
}

function Open(props: ApplyViewProps) {
  const { visit, person, booksFor } = props;
  return (
    <>
      {visit.applicationsCloseAt !== null && (
        <p class="govuk-body">
          You can submit an application before <strong>{deadlineInWords(visit.applicationsCloseAt)}</strong>.
        </p>
      )}
      <p class="govuk-body">
        We ask why you want to come, what you will bring back and who supports you; and, if you like, what you
        need and a reference by a colleague. What you write is kept at each step, so that you can go on
        another day.
      </p>
      {person === null ? <AsGuest {...props} /> : <SignedIn {...props} person={person} />}
      {booksFor.length > 0 && (
        <>
          <h2 class="govuk-heading-m">For your colleagues</h2>
          <p class="govuk-body">
            You look after the bookings of {listInWords(booksFor)}.{' '}
            <a class="govuk-link" href={colleaguesPath(visit.slug)}>
              Sign up colleagues
            </a>
            : each completes their own application.
          </p>
        </>
      )}
    </>
  );
}

function SignedIn({
  visit,
  person,
}: ApplyViewProps & { readonly person: NonNullable<ApplyViewProps['person']> }) {
  const { name, email, organisations } = person;
  return (
    <>
      <p class="govuk-body">We fill in what we know of you; you can change it in the draft.</p>
      <SummaryList
        rows={[
          { key: 'Name', value: <bdi>{name}</bdi> },
          email !== null && { key: 'Email', value: <BreakableEmail address={email} /> },
          organisations.length > 0 && {
            key: 'Organisation',
            value: <bdi>{listInWords(organisations, 'or')}</bdi>,
          },
        ]}
      />
      <form method="post" action={applyPath(visit.slug)}>
        <Button preventDoubleClick>Begin your application</Button>
      </form>
    </>
  );
}

function AsGuest({ visit, form: shown }: ApplyViewProps) {
  return (
    <form method="post" action={applyPath(visit.slug)} novalidate>
      <p class="govuk-body">
        We mail you a link to your draft; you need no account. If you have one, sign in first: we fill in then
        what we know of you.
      </p>
      <Input {...field(shown, 'name')} label="Your name" autocomplete="name" spellcheck={false} />
      <Input
        {...field(shown, 'email')}
        label="Your email address"
        hint="That of your work, if you have one: we know your organisation by it."
        type="email"
        autocomplete="email"
        spellcheck={false}
      />
      <Button preventDoubleClick>Send me the link to my draft</Button>
    </form>
  );
}

function NotOpen({ visit, window }: Pick<ApplyViewProps, 'visit' | 'window'>) {
  const { applicationsOpenAt: opens, applicationsCloseAt: closes, status } = visit;
  return (
    <InsetText>
      {status === 'cancelled'
        ? 'The visit was called off.'
        : window === 'not-yet' && opens !== null
          ? `Applications open on ${deadlineInWords(opens)}.`
          : window === 'closed'
            ? `Applications closed${closes === null ? '' : ` on ${deadlineInWords(closes)}`}.`
            : 'It is not settled yet when one can apply.'}
    </InsetText>
  );
}

function LinkAgain({ visit, window, form: shown }: ApplyViewProps) {
  const own = (
    <form method="post" action={applyPath(visit.slug)} novalidate>
      <HiddenFields values={{ way: 'again' }} />
      <Input
        {...field(shown, 'email')}
        {...(window === 'open' && { id: 'again-email', errorMessage: undefined })}
        label="The address that you applied with"
        type="email"
        autocomplete="email"
        spellcheck={false}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Send me my link again
      </Button>
    </form>
  );
  return window === 'open' ? (
    <Details summaryText="You have begun already, and cannot find the link?">{own}</Details>
  ) : (
    <>
      <h2 class="govuk-heading-m">You have applied, and cannot find the link?</h2>
      {own}
    </>
  );
}

/** What whoever asked for a link does next. */
export function AskedView({ visit }: Pick<ApplyViewProps, 'visit'>) {
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">Look into your mailbox</h1>
      <p class="govuk-body">
        The link to your application is on its way. It is yours alone, and works until it is decided.
      </p>
      <p class="govuk-body">
        If no mail has come after five minutes, look among your spam, or{' '}
        <a class="govuk-link" href={applyPath(visit.slug)}>
          check the address and ask again
        </a>{' '}
        after ten minutes.
      </p>
    </>
  );
}
