import { Temporal } from 'temporal-polyfill';
import {
  Button,
  ButtonGroup,
  dateInWords,
  field,
  FormErrors,
  InsetText,
  plural,
  Radios,
  Textarea,
  textIn,
  WarningText,
  type Form,
} from '#ui';
import { ownShiftPath } from '../../day/addresses.js';
import { whereAsSentence, whereInWords } from '../../published/domain/words.js';
import { shiftInWords } from '../../published/pages/shift-words.js';
import { ownPath } from '../../team/addresses.js';
import { askSwapPath } from '../addresses.js';
import type { SwapChoicesOf } from '../read-choices.js';
import {
  choiceParts,
  giftsPart,
  partShown,
  personValue,
  shiftValue,
  type ChoicePart,
} from './choice-parts.js';

interface AskSwapViewProps {
  readonly choices: SwapChoicesOf;
  readonly secret: string;
  readonly form: Form;
  /** Which of many choices are asked for: a day, or {@link giftsPart}. */
  readonly part: string;
}

/** For what a shift could be swapped, or who could take it. */
export function AskSwapView(props: AskSwapViewProps) {
  const { choices, secret, form } = props;
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
        <Ask {...props} />
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

function Ask({ choices, secret, form, part }: AskSwapViewProps) {
  const { exhibition, own } = choices;
  const parts = choiceParts(choices);
  const shown = partShown(parts, part, textIn(form.values, 'with'));
  const { exchanges, gifts } = shown ?? choices;
  const path = askSwapPath(secret, own.id);
  return (
    <>
      <p class="govuk-body">
        Here is what would work for both of you by the rules of the rota. Whoever you choose gets a mail.
        Until they say yes
        {exhibition.swapsNeedApproval ? ', and whoever looks after the stand approves it' : ''}, you keep your
        shift.
      </p>
      {shown && <Parts parts={parts} shown={shown} path={path} />}
      <form method="post" action={shown ? partPath(path, shown) : path} novalidate>
        <Radios
          {...field(form, 'with')}
          fieldset={{
            legend: { text: 'What would you like?', classes: 'govuk-fieldset__legend--m' },
          }}
          items={[
            ...exchanges.map((one) => ({
              value: shiftValue(one),
              text: (
                <>
                  {shiftInWords(one.assignment.terms, exhibition.zone)}, with <bdi>{one.name}</bdi>
                </>
              ),
              hint: whereInWords(one.assignment.terms) ?? 'We will tell you where the stand is.',
            })),
            exchanges.length > 0 && gifts.length > 0 && { divider: 'or' },
            ...gifts.map((one) => ({
              value: personValue(one),
              text: (
                <>
                  Give it to <bdi>{one.name}</bdi>
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

const partPath = (path: string, { key }: ChoicePart): string => `${path}?show=${key}`;

/** Leads from one day’s choices to another’s. */
function Parts({
  parts,
  shown,
  path,
}: {
  readonly parts: readonly ChoicePart[];
  readonly shown: ChoicePart;
  readonly path: string;
}) {
  return (
    <nav aria-label="What there is to choose from">
      <ul class="cn-choices">
        {parts.map((part) => (
          <li key={part.key}>
            <a href={partPath(path, part)} aria-current={part === shown ? 'true' : undefined}>
              {part.key === giftsPart
                ? `Give it away (${plural(part.gifts.length, 'person', 'people')})`
                : `${dateInWords(Temporal.PlainDate.from(part.key))} (${plural(part.exchanges.length, 'shift')})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
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
