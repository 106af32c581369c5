import { judgedInWords } from '../../destination-rules/in-words.js';
import type { Judgement } from '../domain/judge.js';

/** How each passport was judged; it shows nothing of what is in them. */
export function PassportsJudged({ judged }: { readonly judged: Extract<Judgement, { item: 'passport' }> }) {
  const { each, counts } = judged;
  if (each.length < 2) return null;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {each.map((passport, index) => (
        <li key={index}>
          {index === 0 ? 'First passport' : 'Second passport'}: {judgedInWords(passport)}
          {index === counts && ' (this one counts)'}
        </li>
      ))}
    </ul>
  );
}
