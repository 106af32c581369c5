import { Button, ButtonGroup, HiddenFields, type SubmittedValues } from '#ui';
import { EventPreview, type EventPreviewProps } from './event-preview.js';

export interface CheckEventProps {
  readonly heading: string;
  readonly action: string;
  /** The whole form, to be sent again. */
  readonly values: SubmittedValues;
  readonly saveLabel: string;
  /** What looks forgotten or clashes; whole sentences. */
  readonly warnings: readonly string[];
  readonly previewed: EventPreviewProps;
}

/** The event as readers will see it, and what to look at once more, before it is saved. */
export function CheckEventView(props: CheckEventProps) {
  const { warnings } = props;
  return (
    <>
      <h1 class="govuk-heading-l">{props.heading}</h1>
      <Warnings warnings={warnings} />
      <form method="post" action={props.action}>
        <HiddenFields values={props.values} />
        <ButtonGroup>
          <Button name="action" value="confirm" preventDoubleClick>
            {warnings.length > 0 ? `${props.saveLabel} anyway` : props.saveLabel}
          </Button>
          <Button name="action" value="change" classes="govuk-button--secondary">
            Change something
          </Button>
        </ButtonGroup>
      </form>
      <h2 class="govuk-heading-m">As readers will see it</h2>
      <EventPreview {...props.previewed} />
    </>
  );
}

/** What to look at once more, each a sentence; nothing where there is none. */
export function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="warnings">
      <h2 class="cn-status__title" id="warnings">
        {warnings.length === 1 ? 'Look at this once more' : `Look at these ${warnings.length} once more`}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}
