import {
  Button,
  ButtonGroup,
  field,
  FormErrors,
  HiddenFields,
  Input,
  Textarea,
  whenInWords,
  type Form,
} from '#ui';
import type { CalendarEvent } from '../../events/domain/event.js';
import { longestReason, needsReason } from '../../events/domain/status.js';
import type { RevisionRow } from '../../events/revision.entity.js';
import { manageEventPath } from '../addresses.js';
import type { ListedEvent } from '../find-events.js';
import { consequences, isDone, type Move } from '../moves.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';
import { Warnings } from './check-event.view.js';

export interface ChangeStatusProps {
  readonly event: CalendarEvent;
  readonly move: Move;
  readonly shown: Form;
  /** What others changed while the page was open. */
  readonly since: readonly RevisionRow[];
  readonly warnings: readonly string[];
  /** Coming events that may take its place. */
  readonly replacements: readonly ListedEvent[];
}

export function ChangeStatusView(props: ChangeStatusProps) {
  const { event, move, shown, since } = props;
  const isBetterReason = isDone(event, move);
  const path = manageEventPath(event.ref);
  return (
    <>
      <FormErrors form={shown} />
      <ChangedMeanwhile since={since} reloadPath={manageEventPath(event.ref, move.name)} />
      <h1 class="govuk-heading-l">
        {isBetterReason ? `Say better why it is ${event.status}` : `${move.verb} “${event.title}”?`}
      </h1>
      <p class="govuk-body">
        {isBetterReason && <>{event.title}. </>}
        {whenInWords(event.when)}.
      </p>
      {isBetterReason ? (
        <p class="govuk-body">Readers will see the new reason in the calendar and in their feeds.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {consequences(event, move).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <Warnings warnings={props.warnings} />
      <form method="post" action={manageEventPath(event.ref, move.name)} novalidate>
        <HiddenFields values={{ version: String(event.version) }} />
        {needsReason(move.to) && <Explanation {...props} />}
        <ButtonGroup>
          <Button
            preventDoubleClick
            classes={move.to === 'cancelled' && !isBetterReason ? 'govuk-button--warning' : undefined}
          >
            {isBetterReason ? 'Save the reason' : `${move.verb} the event`}
          </Button>
          <a class="govuk-link" href={path}>
            Leave it as it is
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}

function Explanation({ shown, replacements }: Pick<ChangeStatusProps, 'shown' | 'replacements'>) {
  return (
    <>
      <Textarea
        {...field(shown, 'reason')}
        label="Why"
        hint={`Readers see it with the event, so write it for them. At most ${longestReason.toLocaleString('en-GB')} characters.`}
        rows={4}
      />
      <Input
        {...field(shown, 'replacedBy')}
        label="The event that takes its place (optional)"
        hint="Its name in its address, such as 2027-annual-conference; choose from the coming ones or type it."
        spellcheck={false}
        autocapitalize="none"
        attributes={{ list: 'replacements' }}
      />
      <datalist id="replacements">
        {replacements.map(({ ref, title, when }) => (
          <option key={ref} value={ref}>
            {title}, {whenInWords(when)}
          </option>
        ))}
      </datalist>
    </>
  );
}
