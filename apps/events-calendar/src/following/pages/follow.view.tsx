import { Button, field, InsetText, Radios, type Form } from '#ui';
import type { CalendarEvent } from '../../events/domain/event.js';
import { ReminderChoices } from '../../reminders/pages/reminder-choices.js';
import { followPath, followingPath } from '../addresses.js';
import { planInWords } from '../domain/plan-words.js';
import { factsOf } from '../../events/domain/event-facts.js';
import { FollowActions } from './follow-actions.js';
import type { FollowRow } from '../follow.entity.js';

export interface FollowViewProps {
  readonly event: CalendarEvent;
  /** `null` where it is in no series. */
  readonly seriesName: string | null;
  /** What the reader follows already. */
  readonly followed: { readonly event: FollowRow | null; readonly series: FollowRow | null };
  readonly canBeFollowed: boolean;
  readonly form: Form;
}

/** The longer a title, the smaller it is set; lengths in characters. */
const headingSize = (title: string): string => (title.length > 70 ? 'm' : 'l');

export function FollowView(props: FollowViewProps) {
  const { event, seriesName, followed, canBeFollowed } = props;
  const mayFollowEvent = canBeFollowed && followed.event === null;
  const mayFollowSeries = seriesName !== null && followed.series === null;
  return (
    <>
      <h1 class={`govuk-heading-${headingSize(event.title)}`}>Follow “{event.title}”</h1>
      <p class="govuk-body">{planInWords(factsOf(event))}</p>
      <Followed {...props} />
      {!canBeFollowed && (
        <p class="govuk-body">
          It is over or called off, so there is no more to hear of it.
          {mayFollowSeries && ' You can follow its series.'}
        </p>
      )}
      {(mayFollowEvent || mayFollowSeries) && (
        <form method="post" action={followPath(event.ref)}>
          <p class="govuk-body">
            You get a mail when the time or place changes, when it is called off, and when it takes place
            after all. Each brings your own calendar up to date. You can stop whenever you want.
          </p>
          <Choice {...props} mayFollowEvent={mayFollowEvent} mayFollowSeries={mayFollowSeries} />
          <ReminderChoices form={props.form} />
          <Button preventDoubleClick>{mayFollowEvent ? 'Follow' : 'Follow the series'}</Button>
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={followingPath}>
          See all that you follow
        </a>
      </p>
    </>
  );
}

function Followed({ event, seriesName, followed }: FollowViewProps) {
  if (followed.event === null && followed.series === null) return null;
  return (
    <InsetText>
      {followed.event !== null && (
        <>
          <p class="govuk-body">You follow this event.</p>
          <FollowActions id={followed.event.id} name={event.title} reminders="Choose reminders" />
        </>
      )}
      {followed.series !== null && (
        <>
          <p class="govuk-body">You follow the series “{seriesName}”, this event with it.</p>
          <FollowActions
            id={followed.series.id}
            name={`the series “${seriesName}”`}
            reminders="Choose reminders"
          />
        </>
      )}
    </InsetText>
  );
}

function Choice({
  form,
  seriesName,
  mayFollowEvent,
  mayFollowSeries,
}: FollowViewProps & { readonly mayFollowEvent: boolean; readonly mayFollowSeries: boolean }) {
  if (!mayFollowEvent) return <input type="hidden" name="scope" value="series" />;
  if (!mayFollowSeries) return null;
  return (
    <Radios
      {...field(form, 'scope')}
      fieldset={{ legend: { text: 'What do you want to follow?', classes: 'govuk-fieldset__legend--s' } }}
      items={[
        {
          value: 'event',
          text: 'Only this event',
          hint: 'A mail with it for your own calendar comes at once.',
        },
        {
          value: 'series',
          text: `The series “${seriesName}”`,
          hint: 'All its events, and new ones as they are published.',
        },
      ]}
    />
  );
}
