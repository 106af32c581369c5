import { EmptyState, momentInWords, plural, ResponsiveTable, Tag } from '#ui';
import type { ApplyWindow } from '../../applications/domain/apply-window.js';
import type { Visit } from '../../visits/domain/visit.js';
import { drawCommand } from '../domain/draw.js';
import {
  kindWords,
  methodWords,
  outcomeWords,
  pointsInWords,
  reasonInWords,
  rulesInWords,
  scoreInWords,
} from '../in-words.js';
import type { PublicSelection } from '../read-public-selection.js';

interface PublicSelectionProps {
  readonly visit: Visit;
  readonly selection: PublicSelection;
  readonly window: ApplyWindow;
}

/** The method beforehand, the result afterwards; by code, without names. */
export function PublicSelectionView({ visit, selection, window }: PublicSelectionProps) {
  const { rules, method, criteria, toldAt } = selection;
  // Whether kept places are released is decided when the selection is run.
  const words = rulesInWords(rules);
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">How places are given</h1>
      <ul class="govuk-list govuk-list--bullet">
        {(toldAt === null && rules.reserved.length > 0 ? words.slice(0, -1) : words).map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
        <li>
          {method === null
            ? 'The other places go by score, with the draw between those who have the same, or by the draw alone.'
            : `Places are given: ${methodWords[method].toLowerCase()}.`}
        </li>
        <li>Whoever would exceed a limit is passed over. All others are reserves, in the same order.</li>
      </ul>
      {criteria.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What applications are scored by</h2>
          <p class="govuk-body">{pointsInWords}</p>
          <ul class="govuk-list govuk-list--bullet">
            {criteria.map(({ id, title, text, weight }) => (
              <li key={id}>
                <strong>{title}</strong> (counts {weight}){text === '' ? '' : `: ${text}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">The draw</h2>
      <Draw selection={selection} window={window} />
      <h2 class="govuk-heading-m">The result</h2>
      {toldAt === null ? (
        <EmptyState titleText="No result yet" headingLevel={3}>
          <p class="govuk-body">
            What became of every application will stand here, by its code, once all applicants have been told.
          </p>
        </EmptyState>
      ) : (
        <Result selection={selection} toldAt={toldAt} />
      )}
    </>
  );
}

function Draw({ selection: { seed, seedPublishedAt }, window }: Omit<PublicSelectionProps, 'visit'>) {
  if (seed === null || seedPublishedAt === null) {
    return (
      <p class="govuk-body">
        {window === 'closed'
          ? 'No seed was published before applications closed, so there is no draw.'
          : 'The seed of the draw will stand here before applications close.'}
      </p>
    );
  }
  return (
    <>
      <p class="govuk-body">
        The seed was published on {momentInWords(seedPublishedAt)}. Nobody chose it, and it is never changed.
        Each application gets a code that nobody can choose, either.
      </p>
      <pre class="cn-verbatim">{seed}</pre>
      <p class="govuk-body">
        For each application the SHA-256 of the seed, a colon and the code is worked out, as 64 digits of base
        16. The smallest is drawn first. To do it again, put the codes into a file <code>codes.txt</code>,
        each on a line, and type on Linux (on macOS with <code>shasum -a 256</code> in place of{' '}
        <code>sha256sum</code>):
      </p>
      <pre class="cn-verbatim">{drawCommand(seed)}</pre>
    </>
  );
}

function Result({ selection, toldAt }: { readonly selection: PublicSelection; readonly toldAt: Date }) {
  const { outcomes, method, most } = selection;
  const count = (kind: string) => outcomes.filter(({ outcome }) => outcome === kind).length;
  return (
    <>
      <p class="govuk-body">
        {plural(outcomes.length, 'application')}: {plural(count('place'), 'place')} and{' '}
        {plural(count('reserve'), 'reserve')}. All applicants were told on {momentInWords(toldAt)}. It is the
        result as it was then: who accepted, and who moved up since, is not shown.
      </p>
      <ResponsiveTable
        caption="Every application"
        isWide
        columns={[
          { key: 'code', heading: 'Application' },
          { key: 'outcome', heading: 'Result' },
          { key: 'rank', heading: 'In the order', format: 'numeric' },
          ...(method === 'score' ? [{ key: 'score', heading: 'Score' }] : []),
          { key: 'drawn', heading: 'In the draw', format: 'numeric' as const },
          { key: 'hash', heading: 'SHA-256 begins' },
          { key: 'why', heading: 'Why' },
        ]}
        rows={outcomes.map((each) => [
          each.code,
          <>
            <Tag colour={each.outcome === 'place' ? 'green' : 'grey'}>
              {outcomeWords[each.outcome]}
              {each.position === null ? '' : ` ${each.position}`}
            </Tag>
            {each.countsAs !== null && <div>{kindWords[each.countsAs]}</div>}
          </>,
          String(each.rank),
          ...(method === 'score' ? [each.score === null ? '' : scoreInWords(each.score, most)] : []),
          String(each.drawn),
          <code>{each.hash.slice(0, 12)}</code>,
          <>
            {each.isByHand
              ? 'Decided by staff otherwise than by the rules; the applicant has been told why.'
              : reasonInWords(each.reason)}
            {each.tied && ' The draw decided between those with the same score.'}
          </>,
        ])}
      />
    </>
  );
}
