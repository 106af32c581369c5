import { Temporal } from 'temporal-polyfill';
import { Button, dateInWords, InsetText, Panel, SummaryList, TaskList, type Task } from '#ui';
import { referenceWords } from '../../references/in-words.js';
import type { ReferenceRow } from '../../references/reference.entity.js';
import { visitPath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { applyPath } from '../addresses.js';
import type { ApplicationRow } from '../application.entity.js';
import type { ApplyWindow } from '../domain/apply-window.js';
import { questions, steps, type Step } from '../domain/application.js';
import { stillMissing } from '../domain/completeness.js';
import type { Viewer } from '../domain/rights.js';
import { deadlineInWords, momentOf, questionWords, stepWords } from '../in-words.js';
import { AboutSummary } from './about-summary.js';
import type { ApplicationPlace } from './application-place.js';
import { Lines } from './lines.js';

export interface OverviewProps {
  readonly place: ApplicationPlace;
  readonly row: ApplicationRow;
  readonly visit: Visit;
  readonly viewer: Viewer;
  readonly window: ApplyWindow;
  /** Whether the applicant has said what they need; `null`: the reader is not to know. */
  readonly isAccessSaid: boolean | null;
  readonly references: readonly ReferenceRow[];
  /** Whether they have been offered a place, whatever became of it. */
  readonly isOffered: boolean;
}

/** An application as whoever looks after it sees it: what there is to do, or what has become of it. */
export function OverviewView(props: OverviewProps) {
  const { row, visit, viewer } = props;
  return (
    <>
      <span class="govuk-caption-xl">
        <a class="govuk-link" href={visitPath(visit.slug)}>
          {visit.title}
        </a>
      </span>
      <h1 class="govuk-heading-xl">
        {viewer === 'contact' ? <bdi>{`Application of ${row.name}`}</bdi> : 'Your application'}
      </h1>
      {row.status === 'draft' ? (
        <Draft {...props} />
      ) : row.status === 'submitted' ? (
        <Submitted {...props} />
      ) : (
        <Withdrawn {...props} />
      )}
    </>
  );
}

function Draft(props: OverviewProps) {
  const { place, row, viewer, window } = props;
  const missing = stillMissing(row).length;
  return (
    <>
      <Deadline {...props} />
      {row.appliedByName !== null && viewer === 'applicant' && (
        <p class="govuk-body">
          <bdi>{row.appliedByName}</bdi> began this for you. Until you submit it, those who book for{' '}
          <bdi>{row.organisationName}</bdi> can read and change it, but for what you need.
        </p>
      )}
      <p class="govuk-body">
        What you write is kept at each step: come back whenever you like
        {viewer === 'applicant' && ' with the link in our mail'}.
      </p>
      <TaskList items={tasksOf(props)} />
      {viewer === 'contact' ? (
        <>
          <p class="govuk-body">
            Only <bdi>{row.name}</bdi> can submit it, with the link that we mailed to them.
          </p>
          <form method="post" action={place.path('link')}>
            <Button classes="govuk-button--secondary" preventDoubleClick>
              Send them the link again
            </Button>
          </form>
        </>
      ) : (
        <Button href={place.path('check')} classes={missing > 0 ? 'govuk-button--secondary' : ''}>
          {window === 'open' ? 'Check your answers and submit' : 'Check your answers'}
        </Button>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={place.path('withdraw')}>
          Delete this draft
        </a>
      </p>
    </>
  );
}

/** Until when it can be submitted, on whose clock; or that it is too late. */
export function Deadline({ visit, window }: Pick<OverviewProps, 'visit' | 'window'>) {
  const { applicationsCloseAt: closes, applicationsOpenAt: opens, status } = visit;
  if (window === 'open' && closes !== null) {
    return (
      <p class="govuk-body">
        Submit it before <strong>{deadlineInWords(closes)}</strong>.
      </p>
    );
  }
  if (window === 'closed' && closes !== null) {
    return (
      <InsetText>
        Applications closed on {deadlineInWords(closes)}. Your draft is kept as it is. If something kept you
        from sending it in time, write to us.
      </InsetText>
    );
  }
  return (
    <InsetText>
      {status === 'cancelled'
        ? 'The visit was called off. You need not do anything.'
        : window === 'not-yet' && opens !== null
          ? `Applications open on ${deadlineInWords(opens)}.`
          : 'It is not settled when applications can be submitted.'}
    </InsetText>
  );
}

function tasksOf(props: OverviewProps): readonly Task[] {
  const missing = new Set<string>(stillMissing(props.row).map(({ field }) => field));
  return steps
    .filter((step) => step !== 'access' || props.isAccessSaid !== null)
    .map((step) => ({
      title: titleOf(step, props.viewer),
      href: props.place.path(step),
      status:
        step === 'access'
          ? { text: props.isAccessSaid === true ? 'Told' : 'Optional' }
          : step === 'reference'
            ? { text: referenceState(props.references) }
            : missing.has(step)
              ? { tag: { text: 'To do', colour: 'blue' as const } }
              : { text: 'Done' },
    }));
}

function titleOf(step: Step, viewer: Viewer): string {
  if (viewer !== 'contact') return stepWords[step];
  return step === 'about' ? 'About them' : step === 'supporter' ? 'Who supports them' : stepWords[step];
}

const referenceState = (references: readonly ReferenceRow[]): string =>
  references.some(({ status }) => status === 'given')
    ? 'Given'
    : references.some(({ status }) => status === 'asked')
      ? 'Asked for'
      : 'Optional';

function Submitted(props: OverviewProps) {
  const { place, row, visit, isAccessSaid } = props;
  return (
    <>
      <Panel titleText="Submitted">
        Its code is <strong>{row.code}</strong>
      </Panel>
      <p class="govuk-body">
        It reached us on {row.submittedAt === null ? '' : momentOf(row.submittedAt)}. Chance has given it its
        code: if places are drawn, it stands in the draw under that, so that you can find yourself without
        anybody’s name being told.
      </p>
      <p class="govuk-body">
        {visit.status === 'cancelled' ? (
          'The visit was called off. You need not do anything.'
        ) : props.isOffered ? (
          <a class="govuk-link" href={place.offerPath}>
            The place that you are offered
          </a>
        ) : visit.decisionOn === null ? (
          'We write to you when it is decided.'
        ) : (
          `You hear from us by ${dateInWords(Temporal.PlainDate.from(visit.decisionOn))}.`
        )}
      </p>
      <h2 class="govuk-heading-m">What you can still change</h2>
      <SummaryList
        rows={[
          {
            key: 'What you need',
            value: isAccessSaid === true ? 'You have told us' : 'Nothing told',
            actions: {
              items: [{ href: place.path('access'), text: 'Change', visuallyHiddenText: 'what you need' }],
            },
          },
          {
            key: 'References',
            value: <ReferenceList references={props.references} />,
            actions: {
              items: [
                { href: place.path('reference'), text: 'Ask or remind', visuallyHiddenText: 'a colleague' },
              ],
            },
          },
        ]}
      />
      <h2 class="govuk-heading-m">What you sent us</h2>
      <AboutSummary row={row} />
      <AnswerSummary row={row} />
      <p class="govuk-body">
        <a class="govuk-link" href={place.path('withdraw')}>
          Withdraw the application
        </a>
      </p>
    </>
  );
}

function Withdrawn({ row, visit, window }: OverviewProps) {
  return (
    <>
      <InsetText>
        This application was withdrawn{row.withdrawnAt === null ? '' : ` on ${momentOf(row.withdrawnAt)}`}. It
        takes part in nothing any more, and is deleted a month after that.
      </InsetText>
      {window === 'open' && (
        <p class="govuk-body">
          If you want to come after all,{' '}
          <a class="govuk-link" href={applyPath(visit.slug)}>
            begin another
          </a>
          .
        </p>
      )}
    </>
  );
}

/** Who was asked for a reference, and whether they gave it; never what it says. */
export function ReferenceList({ references }: Pick<OverviewProps, 'references'>) {
  if (references.length === 0) return <>Nobody asked</>;
  return (
    <ul class="govuk-list cn-flush">
      {references.map(({ id, name, status }) => (
        <li key={id}>
          <bdi>{name}</bdi>: {referenceWords[status]}
        </li>
      ))}
    </ul>
  );
}

export interface AnswerSummaryProps {
  readonly row: ApplicationRow;
  /** Where they are changed; `null`: they stay as they are. */
  readonly place?: ApplicationPlace | null;
}

/** What was answered, as it stands. */
export function AnswerSummary({ row, place = null }: AnswerSummaryProps) {
  return (
    <SummaryList
      rows={questions.map((question) => ({
        key: questionWords[question].asked,
        value: <Lines text={row.answers[question] ?? 'Not answered yet'} />,
        ...(place !== null && {
          actions: {
            items: [
              {
                href: place.path(question),
                text: 'Change',
                visuallyHiddenText: stepWords[question].toLowerCase(),
              },
            ],
          },
        }),
      }))}
    />
  );
}
