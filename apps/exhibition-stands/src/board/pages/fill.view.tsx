import {
  Button,
  field,
  FormErrors,
  HiddenFields,
  Input,
  InsetText,
  listInWords,
  LiveProgress,
  LiveValue,
  Radios,
  type Form,
} from '#ui';
import type { Fill } from '../../rota/fill/fill.js';
import { fillSeconds } from '../ask-for-fill.js';
import { boardPath, rotaPath } from '../addresses.js';
import type { DraftFillRow } from '../draft.entities.js';
import type { Board } from '../read-board.js';
import { FillResult } from './fill-result.js';
import { isOpen, liveFill } from './fill-progress.js';

export interface FillViewProps {
  readonly board: Board;
  readonly fill: Fill | null;
  readonly outcome: DraftFillRow | null;
  readonly shown: Form;
}

/** A fill that goes on, or what came of the last and how to ask for another. */
export function FillView({ board, fill, outcome, shown }: FillViewProps) {
  const { id } = board.exhibition;
  if (fill !== null && isOpen(fill)) return <Running fill={fill} exhibitionId={id} />;
  return (
    <>
      <FormErrors form={shown} />
      {fill !== null && <Ended {...{ board, fill, outcome }} />}
      <FillForm board={board} shown={shown} isAgain={fill !== null} />
      {fill?.status === 'done' && fill.answer !== null && <FillResult board={board} answer={fill.answer} />}
    </>
  );
}

function Running({ fill, exhibitionId }: { readonly fill: Fill; readonly exhibitionId: string }) {
  const state = liveFill(fill);
  return (
    <>
      <LiveProgress
        address={rotaPath(exhibitionId, 'fill/progress')}
        state={state}
        label={
          <>
            Searching for <LiveValue of={state} name="seconds" /> of {state.total} at most
          </>
        }
      >
        <p class="govuk-body">
          <LiveValue of={state} name="found" />
        </p>
      </LiveProgress>
      <p class="govuk-body">
        You can leave this page; the search goes on. If somebody changes the rota meanwhile, what is found
        overwrites nothing: it is offered to you here.{' '}
        <a class="govuk-link" href={rotaPath(exhibitionId, 'fill')}>
          Look how far it is
        </a>
        .
      </p>
      <form method="post" action={rotaPath(exhibitionId, 'fill/cancel')}>
        <HiddenFields values={{ fill: fill.id }} />
        <Button classes="govuk-button--secondary">Stop the search</Button>
      </form>
    </>
  );
}

function Ended({ board, fill, outcome }: Omit<FillViewProps, 'shown' | 'fill'> & { readonly fill: Fill }) {
  const { id } = board.exhibition;
  if (fill.status === 'failed' || fill.status === 'cancelled')
    return <InsetText>{fill.error ?? 'The last search was stopped. The draft is as it was.'}</InsetText>;
  if (outcome?.outcome === 'offered')
    return (
      <section aria-labelledby="offered" class="cn-board__first">
        <h2 class="govuk-heading-m" id="offered">
          A rota is found, but the draft was left as it is
        </h2>
        <p class="govuk-body">
          While the search went on, this changed: {listInWords(outcome.changedMeanwhile)}. So nothing was
          overwritten. You can take what was found all the same (what is pinned now stays), leave it, or fill
          the rota again.
        </p>
        <div class="cn-acts">
          <form method="post" action={rotaPath(id, 'fill/take')}>
            <HiddenFields values={{ fill: fill.id }} />
            <Button preventDoubleClick>Take it all the same</Button>
          </form>
          <form method="post" action={rotaPath(id, 'fill/leave')}>
            <HiddenFields values={{ fill: fill.id }} />
            <Button classes="govuk-button--secondary">Leave the draft as it is</Button>
          </form>
        </div>
      </section>
    );
  return outcome?.outcome === 'taken' ? (
    <p class="govuk-body">
      What was found last is the draft now.{' '}
      <a class="govuk-link" href={boardPath(id)}>
        Look at the rota
      </a>
    </p>
  ) : null;
}

function FillForm({
  board,
  shown,
  isAgain,
}: {
  readonly board: Board;
  readonly shown: Form;
  readonly isAgain: boolean;
}) {
  const { exhibition, told, draft } = board;
  const pins = draft.places.filter(({ isPinned }) => isPinned).length;
  return (
    <form method="post" action={rotaPath(exhibition.id, 'fill')} novalidate>
      <p class="govuk-body">
        The best rota by the rules is searched for.{' '}
        {pins > 0 ? `What you pinned (${pins}) stays.` : 'Nothing is pinned.'}{' '}
        <a class="govuk-link" href={rotaPath(exhibition.id, 'settings')}>
          Say what matters more
        </a>
        .
      </p>
      <Radios
        {...field(shown, 'basis')}
        fieldset={{
          legend: { text: 'What else is to stay as it is?', classes: 'govuk-fieldset__legend--s' },
        }}
        items={[
          {
            value: 'draft',
            text: 'As much of the draft as can be',
            hint: 'The rest moves least: a change has its price.',
          },
          told.places !== null && {
            value: 'published',
            text: 'As much as can be of what people were told',
            hint: 'So that as few as possible have to be told of something else.',
          },
          { value: 'none', text: 'Nothing: begin afresh', hint: 'Only pins stay.' },
        ]}
      />
      {exhibition.passesNeeded && (
        <Radios
          {...field(shown, 'passes')}
          fieldset={{ legend: { text: 'Which passes count?', classes: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'issued', text: 'Only days for which somebody’s pass is issued' },
            {
              value: 'expected',
              text: 'As if everybody got one',
              hint: 'To plan before passes come. Where one is missing, the rota says so until it is there.',
            },
          ]}
        />
      )}
      <Input
        {...field(shown, 'seconds')}
        label="Search for so many seconds at most"
        hint={`${fillSeconds.least} to ${fillSeconds.most}. The search ends sooner once the best rota is proven.`}
        classes="govuk-input--width-4"
        inputmode="numeric"
      />
      <Button preventDoubleClick>{isAgain ? 'Fill the rota again' : 'Fill the rota'}</Button>
    </form>
  );
}
