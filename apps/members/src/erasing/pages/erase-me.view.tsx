import { Button, ButtonGroup, Checkboxes, ErrorSummary, HiddenFields, WarningText } from '#ui';
import { accountPath } from '../../account/addresses.js';

export interface EraseMeProps {
  /** What the receipt's address will end with; the same for a second press of the button. */
  readonly receipt: string;
  /** Why it was not done, if it was asked for. */
  readonly problem: string | null;
}

export function EraseMeView({ receipt, problem }: EraseMeProps) {
  return (
    <>
      {problem !== null && (
        <ErrorSummary titleText="There is a problem" errorList={[{ text: problem, href: '#sure' }]} />
      )}
      <h1 class="govuk-heading-xl">Have yourself erased</h1>
      <p class="govuk-body">This removes, here and in every other part of the site:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          your name, addresses, phone number and whatever else your record says, and what it said before
        </li>
        <li>which organisations you belong to, and your seats on boards</li>
        <li>your calendar feed: subscriptions to it end</li>
        <li>your sign-ins and API tokens: you are signed out everywhere</li>
        <li>what the mail log says of mail to you</li>
      </ul>
      <p class="govuk-body">
        What you did for the network stays in its histories as done by an “erased person”. Invoices and other
        papers that the law makes the network keep are not touched.
      </p>
      <WarningText>It cannot be undone. You may want to download your data first.</WarningText>
      <form method="post" action={`${accountPath}/erase`}>
        <HiddenFields values={{ receipt }} />
        <Checkboxes
          name="sure"
          idPrefix="sure"
          items={[{ value: 'yes', text: 'I want to be erased, and know that it cannot be undone' }]}
          {...(problem === null ? {} : { errorMessage: problem })}
        />
        <ButtonGroup>
          <Button classes="govuk-button--warning" preventDoubleClick>
            Erase me
          </Button>
          <a class="govuk-link" href={accountPath}>
            Keep my record
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
