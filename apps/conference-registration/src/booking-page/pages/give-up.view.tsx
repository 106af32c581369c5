import { Button, ButtonGroup, plural } from '#ui';
import type { OpenBooking } from '../booking-frame.js';

/** Asks whether a booking that is not confirmed is to be given up. */
export function GiveUpView({ open }: { readonly open: OpenBooking }) {
  const { delegates, path, catalogue } = open;
  return (
    <>
      <span class="govuk-caption-l">{catalogue.conference.title}</span>
      <h1 class="govuk-heading-xl">Give this booking up?</h1>
      <p class="govuk-body">
        The places of {plural(delegates.length, 'delegate')} become free for others at once, and what you
        filled in cannot be used again. Nothing has been charged.
      </p>
      <form method="post" action={`${path}/give-up`}>
        <ButtonGroup>
          <Button classes="govuk-button--warning" preventDoubleClick>
            Give the booking up
          </Button>
          <a class="govuk-link" href={path}>
            Keep it
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
