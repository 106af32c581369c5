import { InsetText, whenInWords, type Form, type Notice } from '#ui';
import type { CalendarEvent } from '../../events/domain/event.js';
import { formFromRule } from '../../events/domain/rule-form.js';
import { recurrenceInWords } from '../../events/domain/rule-words.js';
import type { Edited } from '../../events/edit-event.js';
import type { RevisionRow } from '../../events/revision.entity.js';
import { editOccurrencePath, manageEventPath } from '../addresses.js';
import type { EditTarget } from '../edit-target.js';
import { EventFields, OccurrenceFields, type SeriesChoice } from '../form/event-form.view.js';
import { capitalised } from '../words.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';
import { EventFormPage } from './event-form-page.view.js';

/** The form's own address. */
export function editAddress(event: CalendarEvent, { scope, original }: EditTarget): string {
  if (scope !== 'all' && original !== null) return editOccurrencePath(event.ref, scope, original);
  const path = manageEventPath(event.ref, 'edit');
  return event.recurrence === null ? path : `${path}?scope=all`;
}

export interface EditEventProps {
  readonly event: CalendarEvent;
  readonly target: EditTarget;
  readonly shown: Form;
  readonly series: readonly SeriesChoice[];
  /** The version that the person saw, where it is not the event's own. */
  readonly version?: number;
  /** What others changed while the form was open. */
  readonly since?: readonly RevisionRow[];
}

export function EditEventView({ event, target, shown, series, version, since = [] }: EditEventProps) {
  const action = editAddress(event, target);
  return (
    <EventFormPage
      heading={headings[target.scope]}
      action={action}
      form={shown}
      hidden={{ version: String(version ?? event.version) }}
      saveLabel={since.length > 0 ? 'Save mine in place of theirs' : 'Save the changes'}
      cancelPath={manageEventPath(event.ref)}
      notice={<ChangedMeanwhile since={since} reloadPath={action} />}
    >
      <Scope event={event} target={target} />
      {target.scope === 'this' ? (
        <OccurrenceFields form={shown} />
      ) : (
        <EventFields form={shown} series={series} ownRule={ownRule(target)} />
      )}
    </EventFormPage>
  );
}

/** Said when an edit is done. */
export function savedNotice({ event, later, dropped }: Edited): Notice {
  const split = later === null ? '' : ' These dates are an event of their own now.';
  const lost =
    dropped.length === 0
      ? ''
      : ` What these dates had of their own is gone, for there are no such dates any more: ${dropped.join(', ')}.`;
  return { type: 'success', text: `“${(later ?? event).title}” is saved.${split}${lost}` };
}

const headings = {
  all: 'Edit the event',
  this: 'Change only this date',
  later: 'Change this date and later ones',
} as const;

/** Which dates the form is about; nothing for an event that happens once. */
function Scope({ event, target }: Pick<EditEventProps, 'event' | 'target'>) {
  if (event.recurrence === null) return null;
  const { scope, details } = target;
  return (
    <InsetText>
      {scope === 'this' && <>{whenInWords(details.when)}. All other dates stay as they are.</>}
      {scope === 'later' && (
        <>
          From {whenInWords(details.when)} on. Earlier dates stay as they are; these become an event of their
          own.
        </>
      )}
      {scope === 'all' && <>All dates, past ones too. The day below is the first of them.</>}
    </InsetText>
  );
}

/** The rule in words, where it is one that the form’s choices cannot say. */
function ownRule({ details: { recurrence, when } }: EditTarget): string | null {
  if (recurrence === null || when.type === 'month') return null;
  return formFromRule(recurrence.rule, when).repeats === 'custom'
    ? capitalised(recurrenceInWords(recurrence.rule, when))
    : null;
}
