import { plural } from '#ui';
import { ruleNames, type RotaAnswer } from '../../rota/index.js';
import { rotaPersonPath, rotaShiftPath } from '../addresses.js';
import type { Board } from '../read-board.js';
import { personWords, qualityWords, shortWords } from '../reason-words.js';
import { dayWords } from '../shift-words.js';
import { namesOf } from './names.js';

interface FillResultProps {
  readonly board: Board;
  readonly answer: RotaAnswer;
}

/** How good what was found is, what it leaves short and why, and for each person why they got what they got. */
export function FillResult({ board, answer }: FillResultProps) {
  const { exhibition } = board;
  const names = namesOf(board);
  if (answer.status === 'infeasible') return <Infeasible {...{ board, answer }} />;
  const reasonOf = new Map(answer.reasons.short.map((reason) => [reason.slot, reason]));
  const nobodySaid = board.members.every(({ available }) => available.length === 0);
  return (
    <section aria-labelledby="result">
      <h2 class="govuk-heading-l" id="result">
        What the last search found
      </h2>
      <p class="govuk-body-l">{qualityWords(answer)}</p>
      {nobodySaid && (
        <p class="govuk-body">
          Nobody on the team has said yet when they can, so nobody can be given a shift. Ask them first.
        </p>
      )}
      <TooFewLeads board={board} />
      <h3 class="govuk-heading-m">What is short</h3>
      {answer.short.length === 0 ? (
        <p class="govuk-body">Nothing: every place is covered.</p>
      ) : (
        answer.short.map(({ slot, places }) => {
          const reason = reasonOf.get(slot);
          return (
            <details key={slot} class="govuk-details" open={answer.short.length <= 3}>
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">
                  {names.shift(slot)}: {plural(places, 'place')} short
                </span>
              </summary>
              <div class="govuk-details__text">
                <ul class="govuk-list govuk-list--bullet">
                  {(reason ? shortWords(reason, names.member) : []).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
                <a class="govuk-link" href={rotaShiftPath(exhibition.id, slot)}>
                  Put somebody there<span class="govuk-visually-hidden">: {names.shift(slot)}</span>
                </a>
              </div>
            </details>
          );
        })
      )}
      <h3 class="govuk-heading-m">Why everybody has what they have</h3>
      {answer.reasons.people.map((reason) => (
        <details key={reason.id} class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{names.member(reason.id)}</span>
          </summary>
          <div class="govuk-details__text">
            <ul class="govuk-list govuk-list--bullet">
              {personWords(reason).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <a class="govuk-link" href={rotaPersonPath(exhibition.id, reason.id)}>
              Shifts of {names.member(reason.id)}
            </a>
          </div>
        </details>
      ))}
    </section>
  );
}

/** Said where no rota could ever have the leads that are asked for. */
function TooFewLeads({ board: { shifts, members } }: Pick<FillResultProps, 'board'>) {
  const most = Math.max(0, ...shifts.map(({ leads }) => leads));
  const able = members.filter(({ skills }) => skills.includes('lead')).length;
  if (most <= able) return null;
  return (
    <p class="govuk-body">
      A shift needs {plural(most, 'lead')}, and{' '}
      {able === 0 ? 'nobody' : `only ${plural(able, 'person', 'people')}`} on the team can lead. Ask more
      people who can, or ask for fewer leads.
    </p>
  );
}

function Infeasible({ board, answer }: FillResultProps) {
  const names = namesOf(board);
  return (
    <section aria-labelledby="result">
      <h2 class="govuk-heading-l" id="result">
        There is no rota with all that is pinned
      </h2>
      <p class="govuk-body">
        What you pinned breaks rules that no rota may break. The draft is as it was. Unpin, or change, one of
        these and fill the rota again:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {answer.conflicts.map(({ rule, person, slots, day }, index) => (
          <li key={index}>
            <strong>{ruleNames[rule]}</strong>
            {person !== null && `: ${names.member(person)}`}
            {slots.length > 0
              ? `, ${slots.map(names.shift).join('; ')}`
              : day !== null && `, ${dayWords(day)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
