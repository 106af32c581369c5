import type { Organisation } from '#people';
import {
  Button,
  field,
  filledRows,
  FormErrors,
  HiddenFields,
  Input,
  InsetText,
  Radios,
  rowName,
  type Form,
} from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { colleaguesPath } from '../addresses.js';
import type { ApplyWindow } from '../domain/apply-window.js';
import { colleagueParts, mostAtOnce, mostOfOrganisation } from '../domain/colleagues.js';
import { deadlineInWords } from '../in-words.js';

export interface ColleaguesViewProps {
  readonly visit: Visit;
  readonly window: ApplyWindow;
  /** Those whose people the reader can sign up. */
  readonly organisations: readonly Organisation[];
  readonly form: Form;
  readonly token: string;
}

const rows = { name: 'colleagues', parts: colleagueParts, most: mostAtOnce };

/** Whom an organisation signs up for a visit. */
export function ColleaguesView({ visit, window, organisations, form: shown, token }: ColleaguesViewProps) {
  const { applicationsCloseAt: closes, organisationLimit } = visit;
  const lines = Math.min(mostAtOnce, Math.max(3, filledRows(shown.values, rows) + 2));
  return (
    <>
      <FormErrors form={shown} />
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">Sign up colleagues</h1>
      {window !== 'open' || closes === null ? (
        <InsetText>One cannot apply for this visit at the moment.</InsetText>
      ) : (
        <>
          <p class="govuk-body">
            Each has a mail with a link, says themselves why they want to come, and submits their application
            before <strong>{deadlineInWords(closes)}</strong>. Until then you can help with it.
          </p>
          <p class="govuk-body">
            {organisationLimit !== null &&
              `At most ${organisationLimit} of one organisation can have a place. `}
            You can sign up {mostAtOnce} at once, and {mostOfOrganisation} for this visit in all.
          </p>
          <form method="post" action={colleaguesPath(visit.slug)} novalidate>
            <HiddenFields values={{ once: token }} />
            <Organisations organisations={organisations} form={shown} />
            <div id="colleagues">
              {Array.from({ length: lines }, (_, index) => (
                <Line key={index} form={shown} index={index} />
              ))}
            </div>
            <Button preventDoubleClick>Sign them up</Button>
          </form>
        </>
      )}
    </>
  );
}

function Organisations({ organisations, form: shown }: Pick<ColleaguesViewProps, 'organisations' | 'form'>) {
  const [only, ...more] = organisations;
  if (only !== undefined && more.length === 0) {
    return (
      <>
        <HiddenFields values={{ organisation: only.id }} />
        <p class="govuk-body">
          For <strong>{only.name}</strong>.
        </p>
      </>
    );
  }
  return (
    <Radios
      {...field(shown, 'organisation')}
      fieldset={{ legend: { text: 'For which organisation?', classes: 'govuk-fieldset__legend--s' } }}
      items={organisations.map(({ id, name }) => ({ value: id, text: <bdi>{name}</bdi> }))}
    />
  );
}

function Line({ form: shown, index }: { readonly form: Form; readonly index: number }) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Colleague {index + 1}</legend>
      <Input
        {...field(shown, rowName(rows, index, 'name'))}
        label="Name"
        autocomplete="off"
        spellcheck={false}
      />
      <Input
        {...field(shown, rowName(rows, index, 'email'))}
        label="Email address"
        type="email"
        autocomplete="off"
        spellcheck={false}
      />
      <Input
        {...field(shown, rowName(rows, index, 'jobTitle'))}
        label="What they do there (optional)"
        autocomplete="off"
      />
    </fieldset>
  );
}
