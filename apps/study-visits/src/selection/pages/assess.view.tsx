import {
  Button,
  EmptyState,
  field,
  FormErrors,
  InsetText,
  plural,
  Radios,
  ResponsiveTable,
  SummaryList,
  Tag,
  Textarea,
  type Form,
} from '#ui';
import { Lines } from '../../applications/pages/lines.js';
import type { Visit } from '../../visits/domain/visit.js';
import { assessPath } from '../addresses.js';
import { mostPoints } from '../domain/score.js';
import type { AssessedApplication, Assessment } from '../read-assessed.js';

/** The visits for which somebody scores applications. */
export function AssessVisitsView({
  visits,
}: {
  readonly visits: readonly { readonly visit: Visit; readonly scored: number; readonly all: number }[];
}) {
  return (
    <>
      <h1 class="govuk-heading-xl">Assess applications</h1>
      {visits.length === 0 ? (
        <EmptyState titleText="Nothing to assess">
          <p class="govuk-body">
            Where staff ask you to score the applications for a visit, it will be here.
          </p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Visits"
          columns={[
            { key: 'visit', heading: 'Visit' },
            { key: 'scored', heading: 'You have scored' },
          ]}
          rows={visits.map(({ visit, scored, all }) => [
            <a class="govuk-link" href={assessPath(visit.id)}>
              {visit.title}
            </a>,
            `${scored} of ${plural(all, 'application')}`,
          ])}
        />
      )}
    </>
  );
}

const conflictWords = {
  own: 'Your own',
  organisation: 'Of your own organisation',
} as const;

/** What somebody scores for one visit. */
export function AssessVisitView({ assessment }: { readonly assessment: Assessment }) {
  const { visit, applications, criteria, isClosed } = assessment;
  const own = applications.filter(({ conflict }) => conflict === null);
  const scored = own.filter(({ score }) => score !== null).length;
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">Assess applications</h1>
      {isClosed && <InsetText>Scoring is closed. Thank you for your help.</InsetText>}
      {!isClosed && criteria.length === 0 && (
        <InsetText>
          Staff have not said yet what applications are scored by, so you can only read them.
        </InsetText>
      )}
      {applications.length === 0 ? (
        <EmptyState titleText="No applications yet">
          <p class="govuk-body">They will be here as they come in.</p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            You have scored {scored} of {plural(own.length, 'application')}. What others give, you do not see.
          </p>
          <ResponsiveTable
            caption="Applications"
            columns={[
              { key: 'code', heading: 'Application' },
              { key: 'who', heading: 'From' },
              { key: 'state', heading: 'Your score' },
            ]}
            rows={applications.map((each) => [
              each.conflict === null ? (
                <a class="govuk-link" href={assessPath(visit.id, each.id)}>
                  {each.code}
                </a>
              ) : (
                each.code
              ),
              <>
                <bdi>{each.name}</bdi>
                {each.organisationName !== null && `, ${each.organisationName}`}
              </>,
              each.conflict === null ? (
                <Tag colour={each.score === null ? 'blue' : 'green'}>
                  {each.score === null ? 'Not scored' : 'Scored'}
                </Tag>
              ) : (
                `${conflictWords[each.conflict]}: not yours to score`
              ),
            ])}
          />
        </>
      )}
    </>
  );
}

export interface AssessApplicationProps {
  readonly assessment: Assessment;
  readonly application: AssessedApplication;
  readonly form: Form;
}

/** An application and what somebody gives it. */
export function AssessApplicationView({ assessment, application, form }: AssessApplicationProps) {
  const { visit, criteria, isClosed } = assessment;
  const mayScore = application.conflict === null && !isClosed && criteria.length > 0;
  return (
    <>
      <FormErrors form={form} />
      <span class="govuk-caption-xl">
        {visit.title}, application {application.code}
      </span>
      <h1 class="govuk-heading-xl">
        <bdi>{application.name}</bdi>
      </h1>
      {application.conflict !== null ? (
        <InsetText>
          {conflictWords[application.conflict]}: nobody scores an application of their own, or of their own
          organisation.
        </InsetText>
      ) : (
        <Answers application={application} />
      )}
      {isClosed && <InsetText>Scoring is closed, so the scores stay as they are.</InsetText>}
      {mayScore && (
        <form method="post" action={assessPath(visit.id, application.id)} novalidate>
          <input type="hidden" name="version" value={String(application.score?.version ?? 0)} />
          {criteria.map(({ id, title, text, weight }) => (
            <Radios
              key={id}
              {...field(form, `points.${id}`)}
              classes="govuk-radios--inline"
              fieldset={{
                legend: {
                  text: `${title}${weight === 1 ? '' : ` (counts ${weight})`}`,
                  classes: 'govuk-fieldset__legend--m',
                },
              }}
              {...(text !== '' && { hint: text })}
              items={Array.from({ length: mostPoints + 1 }, (_, points) => ({
                value: String(points),
                text: String(points),
              }))}
            />
          ))}
          <Textarea
            {...field(form, 'note')}
            label="Note (optional)"
            hint="Staff read it once scoring is closed; the applicant can ask to see it."
            rows={3}
          />
          <Button preventDoubleClick>Save the score</Button>
        </form>
      )}
    </>
  );
}

function Answers({ application }: Pick<AssessApplicationProps, 'application'>) {
  const { answers, references } = application;
  return (
    <>
      <SummaryList
        rows={[
          application.jobTitle !== null && { key: 'What they do', value: application.jobTitle },
          application.organisationName !== null && {
            key: 'Organisation',
            value: application.organisationName,
          },
          application.kind === 'press' && { key: 'Applies', value: 'For the press' },
          application.isNewcomer && {
            key: 'Newcomer',
            value: 'Nobody of the organisation was on a visit before',
          },
          answers.why !== undefined && { key: 'Why they want to come', value: <Lines text={answers.why} /> },
          answers.bringBack !== undefined && {
            key: 'What they will bring back',
            value: <Lines text={answers.bringBack} />,
          },
          answers.supporter !== undefined && {
            key: 'Who supports them',
            value: <Lines text={answers.supporter} />,
          },
          ...references.map(({ name, text }) => ({
            key: `Reference by ${name}`,
            value: <Lines text={text} />,
          })),
        ]}
      />
    </>
  );
}
