import type { Words } from '#checks';
import type { TagColour } from '#ui';
import { dayInWords } from '../visits/in-words.js';
import { bandOf, byScore, scoreOf, type RiskBand, type RiskDetails } from './domain/risk.js';

export const likelihoodWords = [
  'Hardly ever',
  'Unlikely',
  'Possible',
  'Likely',
  'As good as certain',
] as const;

export const severityWords = [
  'Hardly any harm',
  'First aid helps',
  'A doctor is needed',
  'Serious harm',
  'Loss of life',
] as const;

export const bandWords: Readonly<Record<RiskBand, { readonly text: string; readonly colour: TagColour }>> = {
  low: { text: 'Low', colour: 'green' },
  medium: { text: 'Medium', colour: 'yellow' },
  high: { text: 'High', colour: 'orange' },
  'very-high': { text: 'Very high', colour: 'red' },
};

/** "12, high" */
export const scoreInWords = (risk: Pick<RiskDetails, 'likelihood' | 'severity'>): string =>
  `${scoreOf(risk)}, ${bandWords[bandOf(scoreOf(risk))].text.toLowerCase()}`;

/** "3, possible" */
export const levelInWords = (level: number, words: readonly string[]): string =>
  `${level}, ${(words[level - 1] ?? '').toLowerCase()}`;

/** What a risk says, by what staff call it. */
export const riskInWords = (risk: RiskDetails): Words => ({
  'What could happen': risk.hazard,
  'Who could come to harm': risk.atRisk,
  'How likely': levelInWords(risk.likelihood, likelihoodWords),
  'How bad': levelInWords(risk.severity, severityWords),
  'What is done about it': risk.measures,
  'Who sees to it': risk.responsible,
  'Looked at again': risk.reviewOn === null ? '' : dayInWords(risk.reviewOn),
});

/** All risks of a visit as they are signed: each by what could happen; two of the same are numbered. */
export function risksInWords(risks: readonly RiskDetails[]): Words {
  const words = new Map<string, string>();
  for (const risk of byScore(risks)) {
    const { 'What could happen': hazard = '', ...rest } = riskInWords(risk);
    let name = hazard;
    for (let number = 2; words.has(name); number += 1) name = `${hazard} (${number})`;
    const lines = Object.entries({ Risk: scoreInWords(risk), ...rest })
      .filter(([, text]) => text !== '')
      .map(([what, text]) => `${what}: ${text}`);
    words.set(name, lines.join('\n'));
  }
  return Object.fromEntries(words);
}
