import { WarningText, listInWords, plural, whenInWords } from '#ui';
import { ownNowPath, ownShiftPath } from '../../day/addresses.js';
import { askSwapPath } from '../../swaps/addresses.js';
import { hoursInWords } from '../../team/slot-words.js';
import { ownShiftsPath } from '../addresses.js';
import { contactInWords, withWhomInWords } from '../shift-entry.js';
import { whereAsSentence } from '../domain/words.js';
import type { OwnShift, OwnStand } from '../read-own-shifts.js';
import { shiftInWords } from './shift-words.js';

export interface YourShiftsProps {
  readonly stand: OwnStand;
  /** Of their own link: then the shifts can be had as a file, and printed. `null`: only the list. */
  readonly secret: string | null;
  /** Of the same link, where shifts can be swapped but the rest is elsewhere; `secret` unless told. */
  readonly swapBy?: string | null;
  /** `h2` unless told. */
  readonly heading?: 'h2' | 'h3';
}

/** The shifts that somebody has on a stand, as they see them; nothing before any rota gave them one. */
export function YourShifts({ stand, secret, swapBy = secret, heading: Heading = 'h2' }: YourShiftsProps) {
  const { shifts, exhibition } = stand;
  if (shifts.length === 0) return null;
  const id = `shifts-${exhibition.id}`;
  const coming = shifts.filter(({ isOver }) => !isOver);
  return (
    <section aria-labelledby={id}>
      <Heading class={Heading === 'h2' ? 'govuk-heading-l' : 'govuk-heading-m'} id={id}>
        Your shifts
      </Heading>
      <p class="govuk-body">
        {coming.length === 0
          ? `You had ${plural(shifts.length, 'shift')}. ${stoodInWords(stand)}Thank you!`
          : `You have ${plural(coming.length, 'shift')} to come.`}
      </p>
      <ul class="govuk-list cn-panel">
        {shifts.map((shift) => (
          <li key={shift.assignment.id}>
            <Shift shift={shift} zone={exhibition.zone} secret={secret} swapBy={swapBy} />
          </li>
        ))}
      </ul>
      {exhibition.contacts.length > 0 && (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">Whom to call:</p>
          <ul class="govuk-list govuk-list--bullet">
            {exhibition.contacts.map((contact) => (
              <li>{contactInWords(contact)}</li>
            ))}
          </ul>
        </>
      )}
      {secret !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={ownShiftsPath(secret, 'file')}>
            Put them into your calendar
          </a>{' '}
          (a file for Outlook, Google and Apple), or{' '}
          <a class="govuk-link" href={ownShiftsPath(secret, 'print')}>
            print them
          </a>
          .
        </p>
      )}
      {secret !== null && coming.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={ownNowPath(secret)}>
            Stand now
          </a>
          : who is on the stand, and checking in. Once opened, your phone keeps it for when there is no
          network.
        </p>
      )}
    </section>
  );
}

/** "You stood 6 hours. "; nothing where none of them counts. */
const stoodInWords = ({ minutesStood }: OwnStand): string =>
  minutesStood === 0 ? '' : `You stood ${hoursInWords(minutesStood)}. `;

interface ShiftProps {
  readonly shift: OwnShift;
  readonly zone: string;
  readonly secret: string | null;
  readonly swapBy: string | null;
}

function Shift({ shift, zone, secret, swapBy }: ShiftProps) {
  const { assignment, withWhom, clashes, isOver, hasBegun } = shift;
  const { terms } = assignment;
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{shiftInWords(terms, zone)}</strong>
        {isOver ? ' (over)' : ''}
      </p>
      <p class="govuk-body">
        {whereAsSentence(terms)}
        <br />
        {terms.isLead ? 'You lead this shift. ' : ''}
        <bdi>{withWhomInWords(withWhom)}</bdi>
      </p>
      {swapBy !== null && !hasBegun && (
        <p class="govuk-body govuk-!-margin-bottom-1">
          <a class="govuk-link" href={askSwapPath(swapBy, assignment.id)}>
            Swap it, or give it away
            <span class="govuk-visually-hidden">: {shiftInWords(terms, zone)}</span>
          </a>
        </p>
      )}
      {secret !== null && !isOver && (
        <p class="govuk-body">
          <a class="govuk-link" href={ownShiftPath(secret, assignment.id, 'drop-out')}>
            I cannot do this shift<span class="govuk-visually-hidden">: {shiftInWords(terms, zone)}</span>
          </a>
        </p>
      )}
      {clashes.length > 0 && !isOver && (
        <WarningText iconFallbackText="Important">
          {`You are to be at ${listInWords(clashes.map(({ title, start, end, zone: own }) => `“${title}” (${whenInWords({ type: 'timed', start, end, zone: own })})`))}, too, or on the way. Tell whoever looks after the stand if you cannot do both.`}
        </WarningText>
      )}
    </>
  );
}
