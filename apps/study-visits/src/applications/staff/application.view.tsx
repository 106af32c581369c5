import type { Temporal } from 'temporal-polyfill';
import type { Commitment } from '#commitments';
import { BookedTwice, commitmentInWords } from '#elsewhere';
import { instantOf } from '#platform';
import { Button, ButtonGroup, HiddenFields, SummaryList } from '#ui';
import { yesOrNo } from '#checks';
import { isTakingReferences, mayRemind } from '../../references/domain/reference.js';
import { referenceWords } from '../../references/in-words.js';
import type { ReferenceRow } from '../../references/reference.entity.js';
import { isEnded } from '../../visits/domain/status.js';
import type { Visit } from '../../visits/domain/visit.js';
import { applicationPath } from '../addresses.js';
import type { ApplicationRow } from '../application.entity.js';
import { forgottenName } from '../forget-applications.schedule.js';
import { categoryInWords, momentOf } from '../in-words.js';
import { AboutSummary } from '../pages/about-summary.js';
import { ApplicationTag } from '../pages/application-list.js';
import { Lines } from '../pages/lines.js';
import { AnswerSummary } from '../pages/overview.view.js';

export interface ApplicationViewProps {
  readonly row: ApplicationRow;
  readonly visit: Visit;
  readonly isAccessSaid: boolean;
  /** Where they are to be while the visit is away. */
  readonly others: readonly Commitment[];
  readonly references: readonly ReferenceRow[];
  readonly now: Temporal.Instant;
}

/** One application with all that staff may read of it, and what they can do. */
export function ApplicationView(props: ApplicationViewProps) {
  const { row, visit } = props;
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">
        <bdi>{row.name}</bdi>
      </h1>
      <p class="govuk-body">
        <ApplicationTag status={row.status} />
      </p>
      <BookedTwice
        heading="Elsewhere at that time"
        sentences={props.others.map((other) => `${row.name} is ${commitmentInWords(other)}.`)}
      />
      <State {...props} />
      <h2 class="govuk-heading-m">Who applies</h2>
      <AboutSummary row={row} />
      <h2 class="govuk-heading-m">Answers</h2>
      <AnswerSummary row={row} />
      <h2 class="govuk-heading-m">References</h2>
      <References {...props} />
      <Acts {...props} />
    </>
  );
}

function State({ row, isAccessSaid }: ApplicationViewProps) {
  const isSubmitted = row.status === 'submitted';
  return (
    <SummaryList
      rows={[
        row.code !== null && { key: 'Code', value: row.code },
        { key: 'Begun', value: momentOf(row.startedAt) },
        row.submittedAt !== null && { key: 'Submitted', value: momentOf(row.submittedAt) },
        row.withdrawnAt !== null && { key: 'Withdrawn', value: momentOf(row.withdrawnAt) },
        row.appliedByName !== null && { key: 'Begun by', value: <bdi>{row.appliedByName}</bdi> },
        isSubmitted && {
          key: 'Category',
          value: row.category === null ? 'No member, or not known' : categoryInWords(row.category),
        },
        isSubmitted && { key: 'New to the visits', value: yesOrNo(row.isNewcomer) },
        {
          key: 'What they need',
          value: isAccessSaid ? 'Told, and kept apart: see “Sensitive details”' : 'Nothing told',
        },
      ]}
    />
  );
}

function References({ row, visit, references, now }: ApplicationViewProps) {
  if (references.length === 0) return <p class="govuk-body">Nobody was asked for a reference.</p>;
  const isTaking = isTakingReferences(visit, row.status, now);
  return (
    <>
      {references.map((reference) => {
        const { id, name, relation, status, text, askedAt, remindedAt } = reference;
        const asked = {
          status,
          askedAt: instantOf(askedAt),
          remindedAt: remindedAt === null ? null : instantOf(remindedAt),
        };
        return (
          <section key={id} aria-labelledby={`reference-${id}`}>
            <h3 class="govuk-heading-s" id={`reference-${id}`}>
              <bdi>{name}</bdi>, {referenceWords[status]}
            </h3>
            <p class="govuk-body">
              <span class="cn-quiet">
                <bdi>{relation}</bdi>
              </span>
            </p>
            {text !== null && (
              <p class="govuk-body">
                <Lines text={text} />
              </p>
            )}
            {isTaking && mayRemind(asked, 'staff', now) && (
              <form method="post" action={applicationPath(visit.id, row.id, 'remind')}>
                <HiddenFields values={{ reference: id }} />
                <Button classes="govuk-button--secondary" preventDoubleClick>
                  Remind<span class="govuk-visually-hidden"> {name}</span>
                </Button>
              </form>
            )}
          </section>
        );
      })}
    </>
  );
}

function Acts({ row, visit }: ApplicationViewProps) {
  if (row.status === 'withdrawn' || row.name === forgottenName) return null;
  const isOver = isEnded(visit.status);
  const path = (part: 'correct' | 'put-in' | 'withdraw' | 'link') => applicationPath(visit.id, row.id, part);
  return (
    <div class="cn-no-print">
      <h2 class="govuk-heading-m">What you can do</h2>
      {row.email !== null && (
        <form method="post" action={path('link')}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Send them their link again
          </Button>
        </form>
      )}
      <ButtonGroup>
        {row.status === 'draft' && !isOver && (
          <Button href={path('put-in')} classes="govuk-button--secondary">
            Put it in for them
          </Button>
        )}
        {!isOver && (
          <a class="govuk-link" href={path('correct')}>
            Put right what it counts as
          </a>
        )}
        <a class="govuk-link" href={path('withdraw')}>
          Withdraw it for them
        </a>
      </ButtonGroup>
    </div>
  );
}
