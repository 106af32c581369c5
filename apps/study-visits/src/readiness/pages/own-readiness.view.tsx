import { Temporal } from 'temporal-polyfill';
import { dateInWords, dateRangeInWords, plural, TaskList } from '#ui';
import { keptForDays } from '../../secrets/erase-details.js';
import type { Visit } from '../../visits/domain/visit.js';
import { isOpen, isToldItem, readinessItems, type ReadinessItem } from '../domain/item.js';
import type { Judgement } from '../domain/judge.js';
import { statusWords, taskWords } from '../in-words.js';
import type { ReadyTraveller } from '../read-readiness.js';
import { statusColours } from './mark-tag.js';
import { PassportsJudged } from './passports-judged.js';

export interface OwnReadinessViewProps {
  readonly visit: Visit;
  readonly ready: ReadyTraveller;
  readonly passports: Extract<Judgement, { item: 'passport' }> | null;
  /** Where they look after something; `null`: it is not for them to do. */
  readonly pathOf: (item: ReadinessItem) => string | null;
}

/** What a traveller has to do before they leave, and what is done. */
export function OwnReadinessView({ visit, ready, passports, pathOf }: OwnReadinessViewProps) {
  const open = readinessItems.filter(
    (item) => isOpen(ready.marks[item].status) && pathOf(item) !== null,
  ).length;
  const until = Temporal.PlainDate.from(visit.lastDay).add({ days: keptForDays });
  const items = readinessItems.filter(
    (item) =>
      ready.marks[item].status !== 'not-needed' &&
      (isToldItem(item) || ready.marks[item].status !== 'not-asked'),
  );
  return (
    <>
      <span class="govuk-caption-xl">
        <bdi>{visit.title}</bdi>
      </span>
      <h1 class="govuk-heading-xl">Before you leave</h1>
      <p class="govuk-body-l">
        {dateRangeInWords(Temporal.PlainDate.from(visit.firstDay), Temporal.PlainDate.from(visit.lastDay))}
      </p>
      <p class="govuk-body">
        {open === 0
          ? 'You have told us all that we need. You can still change it.'
          : `${plural(open, 'thing')} to do, each in a few minutes.`}
      </p>
      <TaskList
        items={items.map((item) => {
          const { status, words } = ready.marks[item];
          const path = pathOf(item);
          return {
            title: taskWords[item],
            ...(words !== null && { hint: `${words.charAt(0).toUpperCase()}${words.slice(1)}.` }),
            ...(path !== null && { href: path }),
            status:
              status === 'done'
                ? { text: statusWords.done }
                : { tag: { text: statusWords[status], colour: statusColours[status] } },
          };
        })}
      />
      {passports !== null && <PassportsJudged judged={passports} />}
      <h2 class="govuk-heading-m">What becomes of it</h2>
      <p class="govuk-body">
        What you tell us of your passport, insurance, food and access, and whom we call, is kept sealed. Those
        who plan the visit see it only where they have to, and it is written down who looked and why. We erase
        it on {dateInWords(until)}, {keptForDays} days after the visit, or {keptForDays} days after you
        withdraw.
      </p>
    </>
  );
}
