import { Button, ButtonGroup, field, FormErrors, Textarea, WarningText, type Form } from '#ui';

export interface EraseViewProps {
  readonly name: string;
  /** The person's page. */
  readonly path: string;
  readonly shown: Form;
}

export function EraseView({ name, path, shown }: EraseViewProps) {
  return (
    <>
      <FormErrors form={shown} />
      <h1 class="govuk-heading-l">Erase {name}?</h1>
      <p class="govuk-body">
        Their record, its history, addresses, organisations, seats on boards, sign-ins, API tokens and
        calendar feed are removed, here and in every other part of the site. What they did stays in histories
        as done by an “erased person”. If they only left one organisation, end that instead.
      </p>
      <WarningText>It cannot be undone.</WarningText>
      <form method="post" action={`${path}/erase`}>
        <Textarea
          label="Why are they erased?"
          hint="Such as “asked by letter of 3 March”. It is kept for a year, so do not name them."
          rows={3}
          {...field(shown, 'reason')}
        />
        <ButtonGroup>
          <Button classes="govuk-button--warning" preventDoubleClick>
            Erase this person
          </Button>
          <a class="govuk-link" href={path}>
            Keep the record
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
