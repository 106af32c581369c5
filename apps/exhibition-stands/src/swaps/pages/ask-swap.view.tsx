import {
  Button,
  ButtonGroup,
  field,
  FormErrors,
  InsetText,
  Radios,
  Textarea,
  WarningText,
  type Form,
} from '#ui';
import { ownShiftPath } from '../../day/addresses.js';
import { whereAsSentence, whereInWords } from '../../published/domain/words.js';
import { shiftInWords } from '../../published/pages/shift-words.js';
import { ownPath } from '../../team/addresses.js';
import { askSwapPath } from '../addresses.js';
import type { SwapChoicesOf } from '../read-choices.js';

interface AskSwapViewProps {
  readonly choices: SwapChoicesOf;
  readonly secret: string;
  readonly form: Form;
}

/** For what a shift could be swapped, or who could take it. */
export function AskSwapView({ choices, secret, form }: AskSwapViewProps) {
  const { exhibition, own, exchanges, gifts, isPinned } = choices;
  const isPossible = exchanges.length + gifts.length > 0;
  return (
    <>
      <FormErrors form={form} />
      <span class="govuk-caption-l">{exhibition.title}</span>
      <h1 class="govuk-heading-xl">Swap this shift, or give it away</h1>
      <InsetText>
        <strong>{shiftInWords(own.terms, exhibition.zone)}</strong>
        <br />
        {whereAsSentence(own.terms)}
        {own.terms.isLead && (
          <>
            <br />
            You lead this shift.
          </>
        )}
      </InsetText>
      {isPossible ? (
        <Ask choices={choices} secret={secret} form={form} />
      ) : (
        <>
          <p class="govuk-body">
            {isPinned
              ? 'Whoever looks after the stand has settled that you do this shift. Call them if you cannot.'
              : 'At the moment there is no shift that you could swap it for, and nobody who could take it: the rota would break one of its rules, or you have asked them already.'}
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={ownShiftPath(secret, own.id, 'drop-out')}>
              Tell us that you cannot do it
            </a>
            , and we look for somebody else.
          </p>
        </>
      )}
    </>
  );
}

function Ask({ choices, secret, form }: AskSwapViewProps) {
  const { exhibition, own, exchanges, gifts } = choices;
  return (
    <>
      <p class="govuk-body">
        Here is what would work for both of you by the rules of the rota. Whoever you choose gets a mail.
        Until they say yes
        {exhibition.swapsNeedApproval ? ', and whoever looks after the stand approves it' : ''}, you keep your
        shift.
      </p>
      <form method="post" action={askSwapPath(secret, own.id)} novalidate>
        <Radios
          {...field(form, 'with')}
          fieldset={{
            legend: { text: 'What would you like?', classes: 'govuk-fieldset__legend--m' },
          }}
          items={[
            ...exchanges.map(({ assignment, name }) => ({
              value: `shift/${assignment.id}`,
              text: (
                <>
                  {shiftInWords(assignment.terms, exhibition.zone)}, with <bdi>{name}</bdi>
                </>
              ),
              hint: whereInWords(assignment.terms) ?? 'We will tell you where the stand is.',
            })),
            exchanges.length > 0 && gifts.length > 0 && { divider: 'or' },
            ...gifts.map(({ memberId, name }) => ({
              value: `person/${memberId}`,
              text: (
                <>
                  Give it to <bdi>{name}</bdi>
                </>
              ),
            })),
          ]}
        />
        <Textarea
          {...field(form, 'note')}
          label="What you would like to tell them (optional)"
          hint="They read it in the mail. Staff who look after the stand see it, too."
          rows={3}
        />
        <ButtonGroup>
          <Button preventDoubleClick>Ask them</Button>
          <a class="govuk-link" href={ownPath(secret)}>
            Keep the shift
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}

/** Why a shift cannot be swapped at all. */
export function NoSwapView({ why, secret }: { readonly why: string; readonly secret: string }) {
  return (
    <>
      <h1 class="govuk-heading-xl">This shift cannot be swapped</h1>
      <WarningText iconFallbackText="Important">{why}</WarningText>
      <p class="govuk-body">
        <a class="govuk-link" href={ownPath(secret)}>
          Your page with all your shifts
        </a>
      </p>
    </>
  );
}
