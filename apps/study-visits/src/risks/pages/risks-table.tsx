import { ResponsiveTable, Tag } from '#ui';
import { dayInWords } from '../../visits/in-words.js';
import { bandOf, scoreOf } from '../domain/risk.js';
import { bandWords, levelInWords, likelihoodWords, severityWords } from '../in-words.js';
import type { RiskRow } from '../risk.entity.js';

export interface RisksTableProps {
  /** Those that matter most first. */
  readonly risks: readonly RiskRow[];
  /** Where a risk is changed; left out where nothing is. */
  readonly editPath?: (id: string) => string;
}

/** Every risk with what is done about it. */
export function RisksTable({ risks, editPath }: RisksTableProps) {
  return (
    <ResponsiveTable
      caption="What could happen, and what is done about it"
      captionClasses="govuk-visually-hidden"
      isWide
      columns={[
        { key: 'hazard', heading: 'What could happen' },
        { key: 'risk', heading: 'Risk' },
        { key: 'measures', heading: 'What is done about it' },
        { key: 'responsible', heading: 'Who sees to it' },
        { key: 'review', heading: 'Looked at again' },
      ]}
      rows={risks.map((risk) => [
        <>
          {editPath === undefined ? (
            risk.hazard
          ) : (
            <a class="govuk-link" href={editPath(risk.id)}>
              {risk.hazard}
            </a>
          )}
          <p class="cn-quiet cn-flush">{risk.atRisk}</p>
        </>,
        <Score risk={risk} />,
        <Lines text={risk.measures} />,
        risk.responsible === '' ? <span class="cn-quiet">Nobody yet</span> : <bdi>{risk.responsible}</bdi>,
        risk.reviewOn === null ? <span class="cn-quiet">No day set</span> : dayInWords(risk.reviewOn),
      ])}
    />
  );
}

/** "High: 12", with what makes it so. */
function Score({ risk }: { readonly risk: RiskRow }) {
  const score = scoreOf(risk);
  const { text, colour } = bandWords[bandOf(score)];
  return (
    <>
      <Tag colour={colour}>{`${text}: ${score}`}</Tag>
      <p class="cn-quiet cn-flush">
        How likely: {levelInWords(risk.likelihood, likelihoodWords)}. How bad:{' '}
        {levelInWords(risk.severity, severityWords)}.
      </p>
    </>
  );
}

function Lines({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
