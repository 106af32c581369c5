import { mailKindOf, type MailKindName } from '#contracts';
import { Button } from '#ui';
import { preferencesPath, undoPath, unsubscribePath } from '../addresses.js';
import type { SubscriptionState } from '../preferences.js';

export interface UnsubscribeProps {
  readonly token: string;
  readonly kind: MailKindName;
  readonly state: SubscriptionState;
  /** Whether the page of all choices can be opened at once. */
  readonly isSignedIn: boolean;
}

/** Names nobody: whoever the mail was passed on to sees it as well. */
export function UnsubscribeView({ token, kind, state, isSignedIn }: UnsubscribeProps) {
  const { title, says } = mailKindOf(kind);
  if (state === 'erased') {
    return (
      <>
        <h1 class="govuk-heading-xl">You get no mails any more</h1>
        <p class="govuk-body">All that was held on you has been erased, so there is nothing left to stop.</p>
      </>
    );
  }
  if (state === 'off') {
    return (
      <>
        <h1 class="govuk-heading-xl">You get no more of these mails</h1>
        <p class="govuk-body">
          “{title}” is switched off. A mail that is already on its way may still reach you.
        </p>
        <form method="post" action={undoPath(token)}>
          <Button classes="govuk-button--secondary">Send me these mails again</Button>
        </form>
        <AllChoices isSignedIn={isSignedIn} />
      </>
    );
  }
  return (
    <>
      <h1 class="govuk-heading-xl">Stop these mails?</h1>
      <p class="govuk-body">
        You get mails of the kind “{title}”: {says.charAt(0).toLowerCase() + says.slice(1)} You can have them
        again later.
      </p>
      <form method="post" action={unsubscribePath(token)}>
        <input type="hidden" name="from" value="page" />
        <Button>Stop these mails</Button>
      </form>
      <AllChoices isSignedIn={isSignedIn} />
    </>
  );
}

function AllChoices({ isSignedIn }: Pick<UnsubscribeProps, 'isSignedIn'>) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={preferencesPath}>
        Choose from all kinds of mail
      </a>
      {!isSignedIn && ' (you sign in for that)'}
    </p>
  );
}
