import { Button, TimeLeft } from '#ui';
import type { OpenBooking } from '../open-booking.js';

/** How much longer the places are kept, and more time once. */
export function HoldBar({ open }: { readonly open: OpenBooking }) {
  const { booking, path, now, catalogue } = open;
  if (booking.heldUntil === null) return null;
  return (
    <TimeLeft
      what="Your places are kept"
      until={booking.heldUntil}
      now={now}
      zone={catalogue.conference.zone}
      over="The time has run out: your places are no longer kept. What you saved is still here."
      next={{ href: path, text: 'See what can be done' }}
    >
      {!booking.extended && (
        <form method="post" action={`${path}/extend`}>
          <Button classes="govuk-button--secondary cn-time-left__more" preventDoubleClick>
            Add 15 minutes
          </Button>
        </form>
      )}
    </TimeLeft>
  );
}
