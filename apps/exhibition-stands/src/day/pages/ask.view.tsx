import { Button, ButtonGroup, InsetText, momentInWords, Panel, WarningText } from '#ui';
import { shiftInWords } from '../../published/pages/shift-words.js';
import { whereOf } from '../../team/exhibition-words.js';
import { askPath } from '../addresses.js';
import type { Answered } from '../answer-cover.js';
import { whyInWords } from '../in-words.js';
import type { AskedMember } from '../read-ask.js';

interface AskViewProps {
  readonly asked: AskedMember;
  readonly secret: string;
  /** Why they cannot have it although they would. */
  readonly refusal: Answered | undefined;
}

/** Whether somebody steps in. */
export function AskView({ asked, secret, refusal }: AskViewProps) {
  const { exhibition, shift, name, stands } = asked;
  const when = shift === null ? null : shiftInWords(shift, exhibition.zone);
  return (
    <>
      {stands === 'yours' ? (
        <Panel titleText="The shift is yours">Thank you for stepping in</Panel>
      ) : (
        <>
          <span class="govuk-caption-l">{exhibition.title}</span>
          <h1 class="govuk-heading-xl">Could you step in?</h1>
        </>
      )}
      <p class="govuk-body">
        <bdi>Hello {name}.</bdi>
      </p>
      {when !== null && (
        <InsetText>
          <strong>{when}</strong>
          <br />
          {whereOf(exhibition)}
        </InsetText>
      )}
      {refusal?.outcome === 'cannot' && (
        <WarningText iconFallbackText="Important">
          {`You cannot have this shift as things are now: whoever takes it ${whyInWords(refusal.why)}. If that is not so any more, call whoever looks after the stand.`}
        </WarningText>
      )}
      <Words asked={asked} secret={secret} />
      <p class="govuk-body">
        <a class="govuk-link" href={asked.ownPath}>
          Your page for {exhibition.title}
        </a>
      </p>
    </>
  );
}

function Words({ asked, secret }: Pick<AskViewProps, 'asked' | 'secret'>) {
  const { stands, until, isForAll, exhibition } = asked;
  if (stands === 'yours') {
    return <p class="govuk-body">We have sent you a mail with an entry for your calendar.</p>;
  }
  if (stands === 'filled') {
    return (
      <p class="govuk-body">
        Somebody else was quicker and has the shift, so you need not do anything. Thank you all the same!
      </p>
    );
  }
  if (stands === 'closed') {
    return <p class="govuk-body">Nobody is looked for any more. Thank you for looking.</p>;
  }
  const isLate = asked.state === 'lapsed';
  return (
    <>
      {stands === 'declined' ? (
        <p class="govuk-body">
          You have told us that you cannot. If you can after all: the place is free still.
        </p>
      ) : (
        <p class="govuk-body">
          {isForAll ? 'Several people are asked, and the first to say yes has it. ' : ''}
          {until === null || isLate
            ? 'The place is free still.'
            : `Tell us by ${momentInWords(until, exhibition.zone)}.`}
        </p>
      )}
      <form method="post" action={askPath(secret)}>
        <ButtonGroup>
          <Button name="answer" value="accept" preventDoubleClick>
            Yes, I step in
          </Button>
          {stands !== 'declined' && (
            <Button name="answer" value="decline" preventDoubleClick classes="govuk-button--secondary">
              No, I cannot
            </Button>
          )}
        </ButtonGroup>
      </form>
    </>
  );
}
