import { Button, ButtonGroup, field, FormErrors, HiddenFields, Textarea, whenInWords, type Form } from '#ui';
import type { CalendarEvent, EventDetails } from '../../events/domain/event.js';
import type { RevisionRow } from '../../events/revision.entity.js';
import { manageEventPath, occurrencePath } from '../addresses.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';

export interface CancelOccurrenceProps {
  readonly event: CalendarEvent;
  readonly original: string;
  /** The event on that date. */
  readonly details: EventDetails;
  readonly shown: Form;
  /** Whether the date is to be called off, or to take place after all. */
  readonly isCancelling: boolean;
  /** What others changed while the page was open. */
  readonly since: readonly RevisionRow[];
}

export function CancelOccurrenceView(props: CancelOccurrenceProps) {
  const { event, original, details, shown, isCancelling, since } = props;
  const path = occurrencePath(event.ref, original, isCancelling ? 'cancel' : 'reinstate');
  return (
    <>
      <FormErrors form={shown} />
      <ChangedMeanwhile since={since} reloadPath={path} />
      <h1 class="govuk-heading-l">
        {isCancelling ? 'Cancel only this date?' : 'Let this date take place after all?'}
      </h1>
      <p class="govuk-body">
        {details.title}: {whenInWords(details.when)}.
      </p>
      <p class="govuk-body">
        {isCancelling
          ? 'The date stays in the calendar and in the feeds, marked as cancelled, with your reason. All other dates stay as they are. You can reinstate it.'
          : 'The mark and the reason go away; whoever subscribes sees it without when their calendar next looks.'}
      </p>
      <form method="post" action={path} novalidate>
        <HiddenFields values={{ version: String(event.version) }} />
        {isCancelling && (
          <Textarea
            {...field(shown, 'reason')}
            label="Why"
            hint="Readers see it with the date, so write it for them."
            rows={4}
          />
        )}
        <ButtonGroup>
          <Button preventDoubleClick classes={isCancelling ? 'govuk-button--warning' : undefined}>
            {isCancelling ? 'Cancel this date' : 'Reinstate this date'}
          </Button>
          <a class="govuk-link" href={manageEventPath(event.ref)}>
            Leave it as it is
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
