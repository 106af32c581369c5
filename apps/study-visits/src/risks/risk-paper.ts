import { Temporal } from 'temporal-polyfill';
import { dateRangeInWords, plural } from '#ui';
import type { Paper } from '../papers/domain/paper.js';
import type { Visit } from '../visits/domain/visit.js';
import { dayInWords, placeInWords } from '../visits/in-words.js';
import { bandOf, scoreOf, type RiskDetails } from './domain/risk.js';
import { levelInWords, likelihoodWords, scoreInWords, severityWords } from './in-words.js';

/** The risk assessment of a visit, as it stands. Who signed it is said beside it: a signature changes nothing of what is assessed. */
export const riskPaper = (
  visit: Pick<Visit, 'title' | 'region' | 'country' | 'firstDay' | 'lastDay'>,
  risks: readonly (RiskDetails & { readonly id: string })[],
): Paper => ({
  title: 'Risk assessment',
  about: [
    ['Visit', `${visit.title}, ${placeInWords(visit)}`],
    [
      'Days',
      dateRangeInWords(Temporal.PlainDate.from(visit.firstDay), Temporal.PlainDate.from(visit.lastDay)),
    ],
    ['Risks', risks.length === 0 ? '' : countsInWords(risks)],
  ],
  sections: [
    {
      key: 'risks',
      title: 'What could happen, and what is done about it',
      ...(risks.length === 0 && { note: 'No risk is written down yet.' }),
      entries: risks.map((risk) => ({
        key: risk.id,
        time: '',
        title: risk.hazard,
        facts: [
          ['Risk', scoreInWords(risk)],
          ['Who could come to harm', risk.atRisk],
          ['How likely', levelInWords(risk.likelihood, likelihoodWords)],
          ['How bad', levelInWords(risk.severity, severityWords)],
          ['Who sees to it', risk.responsible],
          ['Looked at again', risk.reviewOn === null ? '' : dayInWords(risk.reviewOn)],
        ],
        text: risk.measures,
      })),
    },
  ],
});

function countsInWords(risks: readonly RiskDetails[]): string {
  const grave = risks.filter((risk) => ['high', 'very-high'].includes(bandOf(scoreOf(risk)))).length;
  return `${plural(risks.length, 'risk')}, ${grave === 0 ? 'none' : grave} of them high or very high`;
}
