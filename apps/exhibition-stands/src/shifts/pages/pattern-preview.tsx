import { Button, ButtonGroup, HiddenFields, InsetText, plural, type SubmittedValues } from '#ui';
import { needWords } from '../../board/pages/shift-card.js';
import { shiftsPath } from '../../board/addresses.js';
import { dayWords, shiftTimes, shiftWords } from '../../board/shift-words.js';
import { dayOfShift } from '../domain/day-of-shift.js';
import { patternLabels, type PatternPlan } from '../domain/plan-pattern.js';
import type { StandShift } from '../domain/shift.js';
import type { PatternPreview as Preview } from '../make-from-pattern.js';

export interface PatternPreviewProps {
  readonly preview: Preview;
  /** What was typed, to be sent once more. */
  readonly values: SubmittedValues;
  readonly nameOf: (member: string) => string;
  /** The shifts that there are, by their ids. */
  readonly shiftOf: (id: string) => StandShift | undefined;
  readonly refused?: string;
}

/** What a pattern would make and what it would replace, before anything is written. */
export function PatternPreviewView({ preview, values, nameOf, shiftOf, refused }: PatternPreviewProps) {
  const { exhibition, plan, version } = preview;
  const nothing = plan.added.length + plan.removed.length + plan.changed.length === 0;
  const all = [
    ...plan.kept.map((shift) => ({
      ...shift,
      ...plan.changed.find(({ id }) => id === shift.id),
      isNew: false,
    })),
    ...plan.added.map((shift) => ({ ...shift, label: patternLabels[shift.kind], skills: [], isNew: true })),
  ].toSorted((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds);
  const days = Map.groupBy(all, ({ start }) => dayOfShift(start, exhibition.days, exhibition.zone));
  return (
    <>
      {refused !== undefined && (
        <div role="alert">
          <InsetText>{refused}</InsetText>
        </div>
      )}
      <p class="govuk-body-l">{nothing ? 'The shifts are like that already.' : summaryOf(plan)}</p>
      <Losses {...{ preview, nameOf, shiftOf }} />
      {[...days].map(([day, shifts]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 class="govuk-heading-s" id={`day-${day}`}>
            {dayWords(day)}
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {shifts.map((shift, index) => (
              <li key={index}>
                {shiftTimes(shift, exhibition.zone)}
                {shift.label !== '' && ` (${shift.label})`}: {needWords(shift)}
                {shift.isNew && <strong> (new)</strong>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <form method="post" action={shiftsPath(exhibition.id, 'pattern')}>
        <HiddenFields values={{ ...values, version: String(version) }} />
        <ButtonGroup>
          {!nothing && (
            <Button name="confirm" value="yes" preventDoubleClick>
              Make these shifts
            </Button>
          )}
          <Button name="confirm" value="no" classes="govuk-button--secondary">
            Change the pattern
          </Button>
          <a class="govuk-link" href={shiftsPath(exhibition.id)}>
            Leave the shifts as they are
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}

function summaryOf({ added, kept, changed, removed, byHand }: PatternPlan): string {
  const parts = [
    ...(added.length > 0 ? [plural(added.length, 'new shift')] : []),
    ...(kept.length > 0 ? [plural(kept.length, 'stays where it is', 'stay where they are')] : []),
    ...(changed.length > 0
      ? [
          plural(
            changed.length,
            'of these needs another number of people',
            'of these need another number of people',
          ),
        ]
      : []),
    ...(removed.length > 0 ? [plural(removed.length, 'is replaced', 'are replaced')] : []),
    ...(byHand.length > 0
      ? [
          plural(
            byHand.length,
            'made by hand or for an event stays as it is',
            'made by hand or for events stay as they are',
          ),
        ]
      : []),
  ];
  return `${parts.join(', ')}.`;
}

function Losses({
  preview: { exhibition, plan, lostPlaces, told },
  nameOf,
  shiftOf,
}: Pick<PatternPreviewProps, 'preview' | 'nameOf' | 'shiftOf'>) {
  const wordsOf = (id: string) => {
    const shift = shiftOf(id);
    return shift
      ? shiftWords(shift, dayOfShift(shift.start, exhibition.days, exhibition.zone), exhibition.zone)
      : 'a shift that is gone';
  };
  const lines = [
    ...plan.lostPins.map(
      ({ member, shift }) => `${nameOf(member)} is pinned to ${wordsOf(shift)}: that pin is lost.`,
    ),
    ...plan.carriedPins.map(({ member, shift, to }) => {
      const target = typeof to === 'number' ? plan.added[to] : shiftOf(to);
      const where = target
        ? shiftWords(
            { ...target, label: '' },
            dayOfShift(target.start, exhibition.days, exhibition.zone),
            exhibition.zone,
          )
        : '';
      return `${nameOf(member)} is pinned to ${wordsOf(shift)}: the pin goes on at ${where}.`;
    }),
    ...(lostPlaces > 0
      ? [
          `${plural(lostPlaces, 'place of the draft goes', 'places of the draft go')} with the shifts that are replaced. Fill the rota again afterwards.`,
        ]
      : []),
    ...(told > 0
      ? [
          `${plural(told, 'person has', 'people have')} been told of shifts that are replaced. They keep them until the rota is published again.`,
        ]
      : []),
    ...(plan.besideByHand.length > 0
      ? [`${plural(plan.besideByHand.length, 'new shift')} at the time of some made by hand.`]
      : []),
  ];
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="replaced">
      <h2 class="govuk-heading-m" id="replaced">
        What this takes along
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
