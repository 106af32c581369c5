import { Button, InsetText, momentInWords } from '#ui';
import { allowAgainPath, suppressedPath } from '../addresses.js';
import type { SuppressedAddressRow } from '../suppressed-address.entity.js';

export function AllowAgainView({ suppressed }: { readonly suppressed: SuppressedAddressRow }) {
  return (
    <>
      <h1 class="govuk-heading-xl">Allow mail to this address again?</h1>
      <p class="govuk-body">
        <strong>{suppressed.address}</strong>
      </p>
      <p class="govuk-body">
        A mail server has refused it on {momentInWords(suppressed.since)} in these words:
      </p>
      <InsetText>{suppressed.answer}</InsetText>
      <p class="govuk-body">
        From now on mails will be tried there again. If the server still refuses, the address is shut again.
        Mails that were not sent in the meantime stay unsent; send those again that are still of use.
      </p>
      <form method="post" action={allowAgainPath(suppressed.id)}>
        <div class="govuk-button-group">
          <Button preventDoubleClick>Allow mail again</Button>
          <a class="govuk-link" href={suppressedPath}>
            Leave it shut
          </a>
        </div>
      </form>
    </>
  );
}
