import { Temporal } from 'temporal-polyfill';
import {
  Button,
  dateInWords,
  field,
  FormErrors,
  HiddenFields,
  InsetText,
  numberInWords,
  SummaryList,
  Textarea,
  type Form,
} from '#ui';
import { Lines } from '../../applications/pages/lines.js';
import { visitPath } from '../../visits/addresses.js';
import { referencePath } from '../addresses.js';
import { longestReference } from '../domain/reference.js';
import type { OpenedReference } from '../open-reference.js';

export interface ReferenceViewProps extends OpenedReference {
  /** Their own. */
  readonly secret: string;
  readonly form: Form;
  /** That was seen. */
  readonly version: number;
}

/** For whom and what for, what was written so far, and the way to say that one cannot. */
export function ReferenceView(props: ReferenceViewProps) {
  const { row, application, visit, isOpen, form: shown } = props;
  return (
    <>
      <FormErrors form={shown} />
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">
        A reference for <bdi>{application.name}</bdi>
      </h1>
      <SummaryList
        rows={[
          {
            key: 'Applies for',
            value: (
              <a class="govuk-link" href={visitPath(visit.slug)}>
                {visit.title}
              </a>
            ),
          },
          application.organisationName !== null && {
            key: 'Organisation',
            value: <bdi>{application.organisationName}</bdi>,
          },
          { key: 'They know you as', value: <bdi>{row.relation}</bdi> },
          isOpen &&
            visit.decisionOn !== null && {
              key: 'Write until',
              value: dateInWords(Temporal.PlainDate.from(visit.decisionOn)),
            },
        ]}
      />
      {isOpen ? <Answer {...props} /> : <Closed {...props} />}
    </>
  );
}

function Answer({ row, application, secret, form: shown, version }: ReferenceViewProps) {
  const action = referencePath(secret);
  return (
    <>
      {row.status === 'declined' && (
        <InsetText>You have told us that you cannot give a reference. You still can, below.</InsetText>
      )}
      <form method="post" action={action} novalidate>
        <HiddenFields values={{ version: String(version) }} />
        <Textarea
          {...field(shown, 'text')}
          label={{ text: 'What would they make of the visit?', classes: 'govuk-label--m' }}
          hint={`A few sentences are enough: what they work on, and whom it would reach at home. Up to ${numberInWords(longestReference)} characters.`}
          rows={10}
        />
        <p class="govuk-body">
          Staff and those who choose read it; <bdi>{application.name}</bdi> sees only that you wrote. It is
          deleted a year after the visit. You can change it with the same link until it is decided.
        </p>
        <Button preventDoubleClick>
          {row.status === 'given' ? 'Save the reference' : 'Give the reference'}
        </Button>
      </form>
      {row.status !== 'declined' && (
        <form method="post" action={action}>
          <HiddenFields values={{ answer: 'decline' }} />
          <h2 class="govuk-heading-m">You cannot?</h2>
          <p class="govuk-body">
            Then they can ask somebody else.{row.status === 'given' && ' What you wrote is deleted.'}
          </p>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            I cannot give a reference
          </Button>
        </form>
      )}
    </>
  );
}

function Closed({ row }: ReferenceViewProps) {
  return (
    <>
      <InsetText>
        {row.status === 'given'
          ? 'Thank you for your reference. It cannot be changed any more.'
          : 'References are not taken any more. You need not do anything.'}
      </InsetText>
      {row.text !== null && (
        <p class="govuk-body">
          <Lines text={row.text} />
        </p>
      )}
    </>
  );
}
