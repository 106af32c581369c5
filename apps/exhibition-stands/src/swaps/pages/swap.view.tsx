import {
  Button,
  ButtonGroup,
  field,
  FormErrors,
  InsetText,
  momentInWords,
  SummaryList,
  Textarea,
  WarningText,
  type Form,
} from '#ui';
import { boardPath } from '../../board/addresses.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { momentOf } from '../../team/moment-of.js';
import { swapPath } from '../addresses.js';
import type { SwapRules } from '../domain/judge-swap.js';
import { firstStart, isOpen, type Swap } from '../domain/swap.js';
import { givesInWords, lapseWords, nameIn, type Names } from '../in-words.js';
import { againstInWords } from '../refusals.js';
import { SwapTag } from './swap-tag.js';
import { Written } from './written.js';

interface SwapViewProps {
  readonly swap: Swap;
  readonly rules: SwapRules;
  readonly exhibition: Exhibition;
  readonly names: Names;
  readonly form: Form;
}

/** A swap with what the rules say of it now, and what staff can do. */
export function SwapView(props: SwapViewProps) {
  const { swap, rules, exhibition, names, form } = props;
  const { zone } = exhibition;
  const gives = givesInWords(swap, zone);
  const against = againstInWords(rules, swap, names);
  const at = (moment: Date | null) => (moment === null ? [] : [momentInWords(moment, zone)]);
  const facts: readonly (readonly [string, string])[] = [
    [nameIn(names, swap.askerId), `gives ${gives.asker}`],
    [
      nameIn(names, swap.otherId),
      gives.other === null ? 'takes it, and gives nothing' : `gives ${gives.other}`,
    ],
    ...(swap.note === '' ? [] : ([['What was written', swap.note]] as const)),
    ['Asked', momentInWords(swap.askedAt, zone)],
    ...at(swap.answeredAt).map((when) => ['Answered', when] as const),
    ...at(swap.endedAt).map((when) => ['Ended', when] as const),
    ...(swap.decidedName === null ? [] : ([['By', swap.decidedName]] as const)),
    ...(swap.reason === '' ? [] : ([['Why', swap.reason]] as const)),
  ];
  return (
    <>
      <FormErrors form={form} />
      <span class="govuk-caption-l">{exhibition.title}</span>
      <h1 class="govuk-heading-l">{swap.taken === null ? 'A shift given away' : 'A swap of shifts'}</h1>
      <p class="govuk-body">
        <SwapTag status={swap.status} /> {swap.lapsedWhy === null ? '' : lapseWords[swap.lapsedWhy]}
      </p>
      <SummaryList
        rows={facts.map(([key, value]) => ({
          key: { text: <bdi>{key}</bdi> },
          value: { text: <Written text={value} /> },
        }))}
      />
      {isOpen(swap.status) && (
        <>
          {against.length === 0 ? (
            <InsetText>
              It breaks no rule of the rota. There is time until {momentOf(firstStart(swap), zone)}.
            </InsetText>
          ) : (
            <WarningText iconFallbackText="Important">
              {`It would break rules of the rota: ${against.join(' ')}`}
            </WarningText>
          )}
          <div class="cn-no-print">
            <Decide {...props} isAgainst={against.length > 0} />
          </div>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={boardPath(exhibition.id)}>
          The rota
        </a>
      </p>
    </>
  );
}

function Decide({ swap, exhibition, form, isAgainst }: SwapViewProps & { readonly isAgainst: boolean }) {
  const action = swapPath(exhibition.id, swap.id);
  if (swap.status === 'asked') {
    return (
      <form method="post" action={action} novalidate>
        <p class="govuk-body">Whoever was asked has not answered yet. You can end it; both are told.</p>
        <Textarea {...field(form, 'reason')} label="Why (optional)" hint="Both of them read it." rows={3} />
        <Button name="decision" value="withdraw" preventDoubleClick classes="govuk-button--warning">
          End this swap
        </Button>
      </form>
    );
  }
  return (
    <>
      {!isAgainst && (
        <form method="post" action={action}>
          <Button name="decision" value="approve" preventDoubleClick>
            Approve: they swap now
          </Button>
        </form>
      )}
      <h2 class="govuk-heading-m">{isAgainst ? 'Refuse it' : 'Or refuse it'}</h2>
      <form method="post" action={action} novalidate>
        <Textarea {...field(form, 'reason')} label="Why" hint="Both of them read it." rows={3} />
        <ButtonGroup>
          <Button name="decision" value="refuse" preventDoubleClick classes="govuk-button--secondary">
            Refuse
          </Button>
        </ButtonGroup>
      </form>
    </>
  );
}
