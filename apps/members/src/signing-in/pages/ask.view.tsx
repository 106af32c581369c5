import { Button, field, FormErrors, HiddenFields, Input, type Form } from '#ui';
import { signInPath } from '../addresses.js';

export interface AskProps {
  readonly form: Form;
  readonly returnPath: string;
}

/** The form to ask for a link. */
export function AskView({ form, returnPath }: AskProps) {
  return (
    <>
      <FormErrors form={form} />
      <h1 class="govuk-heading-xl">Sign in</h1>
      <p class="govuk-body">
        Enter your email address, and we will send you a link to sign in with. There is no password.
      </p>
      <form method="post" action={signInPath} novalidate>
        <HiddenFields values={{ return: returnPath }} />
        <Input
          {...field(form, 'address')}
          label="Email address"
          type="email"
          autocomplete="email"
          autocapitalize="none"
          spellcheck={false}
          classes="govuk-!-width-two-thirds"
        />
        <Button preventDoubleClick>Send me a link</Button>
      </form>
      <h2 class="govuk-heading-m">If you are new here</h2>
      <p class="govuk-body">
        Do you work for one of the{' '}
        <a class="govuk-link" href="/members">
          network’s organisations
        </a>
        , or hold office there? Enter the address that you have with it. The link then lets you make a record
        of your own.
      </p>
    </>
  );
}

/** For somebody who is signed in already. */
export function AlreadyView({ name, returnPath }: { readonly name: string; readonly returnPath: string }) {
  return (
    <>
      <h1 class="govuk-heading-xl">You are signed in</h1>
      <p class="govuk-body">You are signed in as {name}.</p>
      <p class="govuk-body">
        <a class="govuk-link" href={returnPath}>
          Go on
        </a>
      </p>
      <form method="post" action="/members/sign-out">
        <HiddenFields values={{ return: signInPath }} />
        <p class="govuk-body">To sign in as somebody else, sign out first.</p>
        <Button classes="govuk-button--secondary">Sign out</Button>
      </form>
    </>
  );
}

/** 429: too much has been asked from the network. */
export function TooManyView({ minutes }: { readonly minutes: number }) {
  return (
    <>
      <h1 class="govuk-heading-l">Too many links were asked for from where you are</h1>
      <p class="govuk-body">
        Try again in {minutes === 1 ? 'a minute' : `${minutes} minutes`}, or from another network, such as
        your phone’s. A link that you have already been sent works, and whoever is signed in stays signed in.
      </p>
    </>
  );
}
