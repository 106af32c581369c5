import { field, FormPage, plural, Radios, Textarea, type Form } from '#ui';
import type { ConferenceRow } from '../../../conferences/conference.entity.js';
import { manageConferencePath } from '../../../manage/addresses.js';
import { decisions, decisionWords, type Decision } from '../decision.js';
import type { Application } from '../read-applications.js';
import { ApplicationFacts } from './application-facts.js';

export interface DecideProps {
  readonly conference: Pick<ConferenceRow, 'id' | 'zone'>;
  readonly chosen: readonly Application[];
  readonly form: Form;
}

const meanings: Readonly<Record<Decision, string>> = {
  accept: 'They get their places now, all of them or none. The invoice is issued, and they are told by mail.',
  reserve: 'They have no place yet, and can be accepted later. They are told by mail.',
  decline: 'Their applications end. They are told by mail.',
};

/** What becomes of some applications, and why. */
export function DecideView({ conference, chosen, form }: DecideProps) {
  const path = manageConferencePath(conference.id, 'applications');
  return (
    <FormPage
      heading={`Decide about ${plural(chosen.length, 'application')}`}
      action={`${path}/decide`}
      form={form}
      hidden={{ delegate: chosen.map(({ delegateId }) => delegateId) }}
      saveLabel="Decide, and tell them"
      cancelPath={path}
      cancelLabel="Decide later"
    >
      <ul class="govuk-list">
        {chosen.map((application) => (
          <li key={application.delegateId}>
            <strong>
              <bdi>{application.name}</bdi>
            </strong>
            <br />
            <ApplicationFacts application={application} zone={conference.zone} />
          </li>
        ))}
      </ul>
      <Radios
        {...field(form, 'decision')}
        fieldset={{ legend: { text: 'What do you decide?', classes: 'govuk-fieldset__legend--m' } }}
        items={decisions.map((decision) => ({
          value: decision,
          text: decisionWords[decision],
          hint: meanings[decision],
        }))}
      />
      <Textarea
        {...field(form, 'reason')}
        label={{ text: 'Why?', classes: 'govuk-label--m' }}
        hint="They read these words in the mail. You need not say why you accept somebody."
        rows={4}
      />
    </FormPage>
  );
}
