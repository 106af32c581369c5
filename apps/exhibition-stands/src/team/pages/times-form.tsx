import { clashesWith, type Commitment } from '#commitments';
import { Button, classNames } from '#ui';
import { isAway, saidOf, type SaidKind } from '../domain/availability.js';
import type { Slot, SlotDay } from '../domain/slots.js';
import { dayInWords, spanInWords } from '../slot-words.js';
import type { TeamMember } from '../team-of.js';
import { choices, groupOf, shownText } from './read-times.js';

export interface TimesFormProps {
  readonly member: TeamMember;
  readonly days: readonly SlotDay[];
  readonly zone: string;
  readonly walkingMinutes: number;
  /** Where the form is sent. */
  readonly action: string;
  /** Where a script sends each press; `null`: there is none. */
  readonly pressAddress: string | null;
  /** Whether it is about the reader. */
  readonly isOwn: boolean;
  /** When it was last saved, in words; `null`: never. */
  readonly savedAt: string | null;
}

/** When somebody can be on the stand: a press for each stretch of time, or one for a whole day. */
export function TimesForm(props: TimesFormProps) {
  const { member, days, action, pressAddress } = props;
  return (
    <form
      method="post"
      action={action}
      autocomplete="off"
      novalidate
      data-times={pressAddress ?? undefined}
      class="cn-times"
    >
      {/* What Enter presses: otherwise it would be the first button, which speaks for a whole day. */}
      <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      <input type="hidden" name="shown" value={shownText(member.said, days)} />
      {days.map((day) => (
        <Day key={groupOf(day)} day={day} {...props} />
      ))}
    </form>
  );
}

function Day({ day, ...props }: TimesFormProps & { readonly day: SlotDay }) {
  const { isOwn, savedAt } = props;
  const group = groupOf(day);
  const words = dayInWords(day);
  const [weekday = words] = words.split(' ');
  const all = (kind: SaidKind, text: string) => (
    <Button name="whole" value={`${group} ${kind}`} classes="govuk-button--secondary cn-times__all">
      {text}
      <span class="govuk-visually-hidden">{`, ${words}`}</span>
    </Button>
  );
  return (
    <section class="cn-times__day" id={`day-${group}`} data-day={group} aria-labelledby={`day-${group}-name`}>
      <h3 class="govuk-heading-m" id={`day-${group}-name`}>
        {words}
      </h3>
      <div class="cn-times__alls">
        {all('available', isOwn ? `I’m there all ${weekday}` : `There all ${weekday}`)}
        {all('unavailable', isOwn ? `I can’t on ${weekday}` : `Not on ${weekday}`)}
      </div>
      {day.slots.map((slot) => (
        <Time key={slot.key} slot={slot} {...props} />
      ))}
      <div class="cn-times__save">
        <Button name="save" value={group}>
          Save
        </Button>
        <span class="cn-quiet" data-saved role="status">
          {savedAt === null ? 'Not saved yet' : `Saved ${savedAt}`}
        </span>
      </div>
    </section>
  );
}

function Time({ slot, ...props }: TimesFormProps & { readonly slot: Slot }) {
  const { member, zone, walkingMinutes, isOwn } = props;
  const clash = clashOf(slot, member.commitments, zone, walkingMinutes);
  const words = spanInWords(slot, zone);
  if (clash !== null) {
    return (
      <p class="cn-time cn-time--elsewhere">
        <span class="cn-time__when">{words}</span>
        <span class="cn-quiet">
          {isOwn ? 'You are at ' : 'They are at '}
          <bdi>{clash.title}</bdi>
          {clash.isNear ? ', too close to this' : ' then'}
        </span>
      </p>
    );
  }
  const said = saidOf(member.said, slot);
  const excepted = member.exceptions.some(
    ({ from, until }) =>
      from.epochMilliseconds < slot.until.epochMilliseconds &&
      slot.from.epochMilliseconds < until.epochMilliseconds,
  );
  const notes = [
    ...(said === 'partly' ? ['Only a part of it so far'] : []),
    ...(isAway(member, slot) ? [isOwn ? 'You are not there for all of it' : 'Not there for all of it'] : []),
    ...(excepted ? [isOwn ? 'You have made an exception here' : 'With an exception'] : []),
  ];
  return (
    <fieldset class="cn-time">
      <legend class="cn-time__when">
        {words}
        {notes.map((note) => (
          <span key={note} class="cn-time__note">
            {note}
          </span>
        ))}
      </legend>
      <div class="cn-time__choices">
        {choices.map(({ kind, text, sign }) => (
          <label key={kind} class={classNames('cn-time__choice', `cn-time__choice--${kind}`)}>
            <input type="radio" name={`slot.${slot.key}`} value={kind} checked={said === kind} />
            <span>
              <span aria-hidden="true">{sign}</span> {text}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What they are at elsewhere, or cannot get away from in time. */
function clashOf(
  slot: Slot,
  commitments: readonly Commitment[],
  zone: string,
  walkingMinutes: number,
): { readonly title: string; readonly isNear: boolean } | null {
  const own: Commitment = {
    id: slot.key,
    title: '',
    start: slot.from,
    end: slot.until,
    zone,
    place: null,
    walkingMinutes,
  };
  const [clash] = clashesWith(own, commitments, walkingMinutes);
  if (clash === undefined) return null;
  const isAtOnce =
    clash.start.epochMilliseconds < slot.until.epochMilliseconds &&
    slot.from.epochMilliseconds < clash.end.epochMilliseconds;
  return { title: clash.title, isNear: !isAtOnce };
}
