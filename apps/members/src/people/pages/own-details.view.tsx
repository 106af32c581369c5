import { SummaryList } from '#ui';
import { ownDetailsPath } from '../addresses.js';
import { affiliationInWords, seatInWords, type Names } from '../domain/words.js';
import { FactsFormView } from './facts-form.view.js';
import { Lines } from './lines.js';
import type { FactsForm } from './save-facts.js';

export interface OwnDetailsProps extends FactsForm {
  readonly names: Names;
}

export function OwnDetailsView({ names, ...facts }: OwnDetailsProps) {
  const { emails, affiliations, seats } = facts.person;
  const row = (key: string, lines: readonly string[]) => ({ key, value: <Lines lines={lines} /> });
  return (
    <>
      <FactsFormView
        {...facts}
        isOwn
        heading="Your details"
        action={ownDetailsPath}
        backPath="/members/account"
      />
      <h2 class="govuk-heading-m">What the network’s staff look after</h2>
      <SummaryList
        rows={[
          row(
            'Email addresses',
            emails.map(({ address }) => address),
          ),
          row(
            'Organisations',
            affiliations.map((one) => affiliationInWords(one, names)),
          ),
          row(
            'Boards',
            seats.map((seat) => seatInWords(seat, names)),
          ),
        ]}
      />
      <p class="govuk-body">If any of this is not right, tell the network’s staff.</p>
    </>
  );
}
