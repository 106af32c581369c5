import { Button, ButtonGroup, HiddenFields } from '#ui';
import type { CalendarEvent } from '../../events/domain/event.js';
import { isDeletable } from '../../events/domain/status.js';
import { manageEventPath, publicEventPath } from '../addresses.js';
import { possibleMoves } from '../moves.js';

export interface EventStepsProps {
  readonly event: CalendarEvent;
  /** Whether it can be changed here: it shows nothing of another service. */
  readonly isOwn: boolean;
  /** What a press of "Duplicate" is known by; see {@link RunOnce}. */
  readonly token: string;
}

/** What can be done with an event: what is due first as a button, the rest as links. */
export function EventSteps({ event, token, isOwn }: EventStepsProps) {
  const moves = isOwn ? possibleMoves(event) : [];
  const due = moves.find(({ name }) => name === 'publish' || name === 'reinstate');
  const { ref } = event;
  return (
    <section aria-label="What you can do">
      <ButtonGroup>
        {due !== undefined && <Button href={manageEventPath(ref, due.name)}>{due.verb}</Button>}
        {isOwn && (
          <Button
            href={manageEventPath(ref, 'edit')}
            classes={due === undefined ? undefined : 'govuk-button--secondary'}
          >
            Edit
          </Button>
        )}
        {moves
          .filter((move) => move !== due)
          .map(({ name, verb }) => (
            <a key={name} class="govuk-link" href={manageEventPath(ref, name)}>
              {verb}
            </a>
          ))}
        <a class="govuk-link" href={publicEventPath(ref)}>
          {event.status === 'draft' ? 'Preview its page' : 'See its page'}
        </a>
        {isDeletable(event) && (
          <a class="govuk-link" href={manageEventPath(ref, 'delete')}>
            Delete
          </a>
        )}
        <Button
          classes="govuk-button--secondary"
          preventDoubleClick
          attributes={{ form: 'duplicate', 'aria-describedby': 'duplicate-hint' }}
        >
          Duplicate
        </Button>
      </ButtonGroup>
      <form method="post" action={manageEventPath(ref, 'duplicate')} id="duplicate">
        <HiddenFields values={{ once: token }} />
        <p class="govuk-hint" id="duplicate-hint">
          Duplicating makes a new draft with everything that this one says.
        </p>
      </form>
    </section>
  );
}
