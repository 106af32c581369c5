import { listInWords, plural } from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { shiftInWords } from '../../published/pages/shift-words.js';
import { coverPath, todayPath } from '../addresses.js';
import { nameOf, riskWords } from '../in-words.js';
import type { StandState } from '../read-stands.js';

export interface NeedsDoingProps {
  readonly exhibition: Pick<Exhibition, 'id' | 'title' | 'zone'>;
  readonly state: StandState;
  /** How many of each are named; the rest is counted. */
  readonly most: number;
  /** Among those of other exhibitions. */
  readonly isOneOfMany: boolean;
}

/** Whether the published rota of a stand leaves something to be done. */
export const needsDoing = ({ isPublished, stand }: StandState): boolean =>
  isPublished && stand.gaps.length + stand.laterGaps.length + stand.atRisk.length > 0;

/** What of it needs doing, as entries of a list: places that nobody has, each with who dropped out of it; who may not come. */
export function NeedsDoing({ exhibition, state, most, isOneOfMany }: NeedsDoingProps) {
  if (!needsDoing(state)) return null;
  const { id, zone, title } = exhibition;
  const { stand, names, dropOuts } = state;
  const gaps = [...stand.gaps, ...stand.laterGaps];
  const free = gaps.reduce((sum, { places }) => sum + places, 0);
  const of = isOneOfMany ? <> at {title}</> : '';
  return (
    <>
      {gaps.length > 0 && (
        <li>
          <a class="govuk-link" href={todayPath(id)}>
            {`${plural(free, 'place')} that nobody has, in ${plural(gaps.length, 'shift')}`}
          </a>
          {of}
          <ul class="govuk-list govuk-list--bullet">
            {gaps.slice(0, most).map(({ shift, places }) => {
              const gone = dropOuts.filter(({ row, isFree }) => isFree && row.shiftId === shift.id);
              return (
                <li key={shift.id}>
                  <a class="govuk-link" href={coverPath(id, shift.id)}>
                    {shiftInWords(shift, zone)}
                  </a>
                  : {plural(places, 'place')} free
                  {gone.length > 0 && (
                    <>
                      , as <bdi>{listInWords([...new Set(gone.map(({ name }) => name))])}</bdi> dropped out
                    </>
                  )}
                </li>
              );
            })}
            <More of={gaps.length} most={most} one="more shift" />
          </ul>
        </li>
      )}
      {stand.atRisk.length > 0 && (
        <li>
          <a class="govuk-link" href={todayPath(id)}>
            {`${plural(new Set(stand.atRisk.map(({ who }) => who.memberId)).size, 'person', 'people')} not certain to come`}
          </a>
          {of}
          <ul class="govuk-list govuk-list--bullet">
            {stand.atRisk.slice(0, most).map(({ who, why }) => (
              <li key={who.id}>
                <bdi>{nameOf(who, names)}</bdi>, {shiftInWords(who.terms, zone)}:{' '}
                {why.map((one) => riskWords[one]).join('; ')}
              </li>
            ))}
            <More of={stand.atRisk.length} most={most} one="other" />
          </ul>
        </li>
      )}
    </>
  );
}

function More({ of, most, one }: { readonly of: number; readonly most: number; readonly one: string }) {
  if (of <= most) return null;
  return <li>{`And ${plural(of - most, one)}`}</li>;
}
