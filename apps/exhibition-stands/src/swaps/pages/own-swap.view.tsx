import { Button, ButtonGroup, InsetText, Panel, SummaryList } from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { momentOf } from '../../team/moment-of.js';
import { ownSwapPath } from '../addresses.js';
import { firstStart, isOpen, type Swap } from '../domain/swap.js';
import { givesInWords, nameIn, standsInWords, type Names } from '../in-words.js';
import { Written } from './written.js';

interface OwnSwapViewProps {
  readonly swap: Swap;
  readonly member: { readonly id: string };
  readonly exhibition: Exhibition;
  readonly names: Names;
  readonly secret: string;
}

/** A swap as one of the two sees it. */
export function OwnSwapView(props: OwnSwapViewProps) {
  const { swap, member, exhibition, names } = props;
  const as = swap.askerId === member.id ? 'asker' : 'other';
  const gives = givesInWords(swap, exhibition.zone);
  const partner = nameIn(names, as === 'asker' ? swap.otherId : swap.askerId);
  const [own, theirs] = as === 'asker' ? [gives.asker, gives.other] : [gives.other, gives.asker];
  const says = standsInWords(swap, as, names);
  return (
    <>
      {swap.status === 'done' ? (
        <Panel titleText={swap.taken === null ? 'The shift has changed hands' : 'You have swapped'}>
          <bdi>with {partner}</bdi>
        </Panel>
      ) : (
        <>
          <span class="govuk-caption-l">{exhibition.title}</span>
          <h1 class="govuk-heading-xl">{headingFor(swap, as)}</h1>
        </>
      )}
      <SummaryList
        rows={[
          { key: { text: 'Who' }, value: { text: <bdi>{partner}</bdi> } },
          {
            key: { text: swap.status === 'done' ? 'You gave' : 'You give' },
            value: { text: own ?? 'Nothing' },
          },
          {
            key: { text: swap.status === 'done' ? 'You have' : 'You get' },
            value: { text: theirs ?? 'Nothing' },
          },
          ...(swap.note === ''
            ? []
            : [
                {
                  key: { text: as === 'asker' ? 'You wrote' : 'They write' },
                  value: { text: <Written text={swap.note} /> },
                },
              ]),
        ]}
      />
      {says !== '' && (
        <InsetText>
          <bdi>{says}</bdi>
          {swap.reason !== '' && (
            <>
              <br />
              The reason given: “<Written text={swap.reason} />”
            </>
          )}
        </InsetText>
      )}
      {isOpen(swap.status) && <Answers {...props} as={as} />}
    </>
  );
}

function headingFor({ taken, status }: Swap, as: 'asker' | 'other'): string {
  if (as === 'asker' || status !== 'asked') return taken === null ? 'A shift given away' : 'A swap of shifts';
  return taken === null ? 'Could you take this shift?' : 'Would you swap this shift?';
}

function Answers({ swap, exhibition, secret, as }: OwnSwapViewProps & { readonly as: 'asker' | 'other' }) {
  const until = momentOf(firstStart(swap), exhibition.zone);
  return (
    <>
      {as === 'other' && swap.status === 'asked' && (
        <p class="govuk-body">
          By what you told us, you could.{' '}
          {exhibition.swapsNeedApproval
            ? 'If you say yes, whoever looks after the stand has to approve it. '
            : ''}
          There is time until {until}.
        </p>
      )}
      <form method="post" action={ownSwapPath(secret, swap.id)}>
        <ButtonGroup>
          {as === 'asker' ? (
            <Button name="answer" value="withdraw" preventDoubleClick classes="govuk-button--secondary">
              Take back what you asked
            </Button>
          ) : (
            <>
              {swap.status === 'asked' && (
                <Button name="answer" value="accept" preventDoubleClick>
                  {swap.taken === null ? 'Yes, I take it' : 'Yes, I swap'}
                </Button>
              )}
              <Button name="answer" value="decline" preventDoubleClick classes="govuk-button--secondary">
                {swap.status === 'asked' ? 'No, I cannot' : 'I cannot after all'}
              </Button>
            </>
          )}
        </ButtonGroup>
      </form>
    </>
  );
}
