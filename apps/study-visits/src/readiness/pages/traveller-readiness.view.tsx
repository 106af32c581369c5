import { Temporal } from 'temporal-polyfill';
import {
  Button,
  Checkboxes,
  dateInWords,
  field,
  FormErrors,
  Input,
  InsetText,
  SummaryList,
  type Form,
} from '#ui';
import { sensitiveDataPath } from '../../secrets/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { travellerReadinessPath } from '../addresses.js';
import { isToldItem, readinessItems, type ReadinessItem } from '../domain/item.js';
import type { Judgement } from '../domain/judge.js';
import { itemWords } from '../in-words.js';
import type { SealedItem, ToldDetails } from '../look-at-told.js';
import type { ReadyTraveller } from '../read-readiness.js';
import type { ReadinessChaseRow } from '../readiness.entity.js';
import { MarkTag } from './mark-tag.js';
import { PassportsJudged } from './passports-judged.js';
import { ToldValues } from './told-values.js';

export interface TravellerReadinessViewProps {
  readonly visit: Visit;
  readonly ready: ReadyTraveller;
  /** What of theirs is there to be seen. */
  readonly sealed: readonly SealedItem[];
  readonly passports: Extract<Judgement, { item: 'passport' }> | null;
  readonly chases: readonly ReadinessChaseRow[];
  /** Names of the controls: `items`, `why`. */
  readonly lookForm: Form;
  /** What somebody has just asked to see; `null`: nothing. */
  readonly told: ToldDetails | null;
  readonly pathOf: (item: ReadinessItem) => string | null;
}

/** Everything that one traveller has to have. */
export function TravellerReadinessView(props: TravellerReadinessViewProps) {
  const { visit, ready, passports, chases, lookForm, told } = props;
  const { traveller } = ready;
  return (
    <VisitFrame visit={visit} heading={traveller.name} current="readiness">
      <FormErrors form={lookForm} />
      <p class="govuk-body">
        <bdi>{traveller.organisationName}</bdi>
      </p>
      {told !== null && <ToldValues told={told} />}
      <SummaryList rows={readinessItems.map((item) => rowOf(props, item))} />
      {passports !== null && <PassportsJudged judged={passports} />}
      <Look {...props} />
      <h2 class="govuk-heading-m">Mails about what is missing</h2>
      {chases.length === 0 ? (
        <p class="govuk-body">None so far.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {chases.map(({ step, sentOn, items }) => (
            <li key={step}>
              {dateInWords(Temporal.PlainDate.from(sentOn))}:{' '}
              {items.map((item) => itemWords[item]).join(', ')}
            </li>
          ))}
        </ul>
      )}
    </VisitFrame>
  );
}

function rowOf({ visit, ready, pathOf }: TravellerReadinessViewProps, item: ReadinessItem) {
  const { status, words } = ready.marks[item];
  const path = isToldItem(item) ? travellerReadinessPath(visit.id, ready.traveller.id, item) : pathOf(item);
  return {
    key: itemWords[item],
    value: (
      <>
        <MarkTag status={status} />
        {words !== null && <> {words}</>}
      </>
    ),
    ...(path !== null && {
      actions: {
        items: [
          {
            href: path,
            text: isToldItem(item) ? 'Enter it for them' : 'Look after it',
            visuallyHiddenText: `: ${itemWords[item]}`,
          },
        ],
      },
    }),
  };
}

/** What they told is asked for with a reason. */
function Look({ visit, ready, sealed, lookForm }: TravellerReadinessViewProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What they told us</h2>
      {sealed.length === 0 ? (
        <p class="govuk-body">Nothing so far.</p>
      ) : (
        <form method="post" action={travellerReadinessPath(visit.id, ready.traveller.id, 'look')} novalidate>
          <InsetText>
            It is kept sealed. Look only where you have to: your name, what you saw and why{' '}
            <a class="govuk-link" href={sensitiveDataPath(visit.id)}>
              are written down
            </a>
            , and the traveller can read it.
          </InsetText>
          <Checkboxes
            {...field(lookForm, 'items')}
            fieldset={{ legend: { text: 'What do you have to see?' } }}
            items={sealed.map((item) => ({ value: item, text: itemWords[item] }))}
          />
          <Input
            {...field(lookForm, 'why')}
            label="Why?"
            hint="For example, to book the flights. Leave out what is private."
            autocomplete="off"
          />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Show it to me
          </Button>
        </form>
      )}
    </>
  );
}
