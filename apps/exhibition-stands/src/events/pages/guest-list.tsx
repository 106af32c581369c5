import { Button, EmptyState, plural, ResponsiveTable } from '#ui';
import { guestAnchor } from '../addresses.js';
import { placesOf, type GuestStatus } from '../domain/guest.js';
import type { ListedGuest } from '../guests/read-guests.js';

const words: Readonly<Record<GuestStatus, string>> = {
  coming: 'Coming',
  invited: 'No answer yet',
  'not-coming': 'Not coming',
};

export interface GuestListProps {
  readonly guests: readonly ListedGuest[];
  readonly capacity: number;
  /** Where the buttons of a guest send to: `…/guests/:id/arrived`. */
  readonly guestsPath: string;
  /** Staff may take somebody off the list. */
  readonly mayRemove: boolean;
}

/** Who is invited, who comes and what they need, with a button to tick them off. */
export function GuestList({ guests, capacity, guestsPath, mayRemove }: GuestListProps) {
  const coming = guests.reduce((sum, { guest }) => sum + placesOf(guest), 0);
  const arrived = guests.reduce((sum, { guest }) => sum + guest.arrived, 0);
  if (guests.length === 0) {
    return (
      <EmptyState titleText="Nobody is invited yet">
        <p class="govuk-body">Whoever is invited stands here, with what they answered.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p class="govuk-body">
        <strong>
          {plural(guests.length, 'guest')}, {coming} of {capacity} places taken, {arrived} arrived.
        </strong>
      </p>
      <ResponsiveTable
        caption="Guests"
        captionClasses="govuk-visually-hidden"
        columns={[
          { key: 'name', heading: 'Guest' },
          { key: 'answer', heading: 'Answer' },
          { key: 'needs', heading: 'Dietary needs' },
          { key: 'arrived', heading: 'Arrived' },
        ]}
        rows={guests.map(({ guest, dietary }) => [
          <>
            <bdi>{guest.name}</bdi>
            {guest.organisationName !== null && (
              <p class="cn-quiet cn-flush">
                <bdi>{guest.organisationName}</bdi>
              </p>
            )}
          </>,
          `${words[guest.status]}${guest.plusOnes > 0 ? ` with ${guest.plusOnes} more` : ''}`,
          dietary === null ? <span class="cn-quiet">None told</span> : <bdi>{dietary}</bdi>,
          <>
            {/* On paper there is a box to tick. */}
            <span class="cn-on-paper" aria-hidden="true">
              {guest.arrivedAt === null ? '☐' : '☑'}
            </span>
            <form class="cn-no-print" method="post" action={`${guestsPath}/${guest.id}/arrived`}>
              <input type="hidden" name="arrived" value={guest.arrivedAt === null ? 'yes' : 'no'} />
              <Button
                id={guestAnchor(guest.id)}
                classes="govuk-button--secondary cn-flush"
                preventDoubleClick
              >
                {guest.arrivedAt === null ? 'Is\u00a0here' : 'Undo: is\u00a0here'}
                <span class="govuk-visually-hidden">: {guest.name}</span>
              </Button>
            </form>
            {mayRemove && (
              <a class="govuk-link cn-no-print" href={`${guestsPath}/${guest.id}/remove`}>
                Take off the list
                <span class="govuk-visually-hidden">: {guest.name}</span>
              </a>
            )}
          </>,
        ])}
      />
    </>
  );
}
