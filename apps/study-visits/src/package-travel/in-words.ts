import type { Words } from '#checks';
import { moneyWords } from '../visits/in-words.js';
import type { Visit } from '../visits/domain/visit.js';
import {
  outcomeOf,
  questions,
  type Consideration,
  type Outcome,
  type Question,
} from './domain/consideration.js';

/** A question as it is asked, and what helps to answer it. */
export const questionWords: Readonly<Record<Question, { readonly ask: string; readonly hint: string }>> = {
  combines: {
    ask: 'Does the visit combine at least two kinds of travel services?',
    hint: 'Carriage such as flights or trains, rooms, hired cars, and other services for visitors that are a main part of it.',
  },
  overnight: {
    ask: 'Does it last 24 hours or longer, or is there a night away?',
    hint: 'A day trip without a night is outside these rules.',
  },
  occasional: {
    ask: 'Are such visits offered only occasionally?',
    hint: 'Say below how many there are in a year.',
  },
  notForProfit: {
    ask: 'Is it offered without profit?',
    hint: 'The price covers costs, and nobody earns by it.',
  },
  limitedGroup: {
    ask: 'Is it offered only to a limited group, and not to the public?',
    hint: 'For example, only to people of member organisations and invited press.',
  },
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  'no-package': 'It is no package: there is one kind of travel service only, so these rules do not apply.',
  'too-short': 'It lasts less than 24 hours without a night, so these rules do not apply.',
  exempt: 'It is exempt: offered occasionally, not for profit, and only to a limited group of travellers.',
  applies:
    'The rules apply: travellers’ money has to be protected, and they have to be told their rights before they pay.',
};

/** What is signed: the answers, what follows, and what of the visit they were given for. */
export function considerationInWords(
  consideration: Consideration,
  visit: Pick<
    Visit,
    'pricePence' | 'priceIncludes' | 'depositPence' | 'balanceDueOn' | 'refunds' | 'firstDay'
  >,
): Words {
  const money = moneyWords(visit);
  return {
    ...Object.fromEntries(
      questions.map((question) => [
        questionWords[question].ask,
        consideration.answers[question] === 'yes' ? 'Yes' : 'No',
      ]),
    ),
    'What follows': outcomeWords[outcomeOf(consideration)],
    Why: consideration.reasons,
    'What protects travellers': consideration.protection,
    Price: money['Price'] ?? '',
    Deposit: money['Deposit'] ?? '',
    'What the price includes': money['What the price includes'] ?? '',
  };
}
