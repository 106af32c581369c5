import type { Words } from '#checks';
import { Button, ButtonGroup, EmptyState, InsetText, SummaryList } from '#ui';
import type { SignedThing } from '../../sign-offs/read-signed.js';
import { SignaturePart } from '../../sign-offs/signature-part.js';
import { manageVisitPath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';

export interface PackageTravelViewProps {
  readonly visit: Visit;
  readonly signed: SignedThing;
}

export function PackageTravelView({ visit, signed }: PackageTravelViewProps) {
  const path = manageVisitPath(visit.id, 'package-travel');
  const isAnswered = Object.keys(signed.now).length > 0;
  return (
    <VisitFrame visit={visit} heading="Package travel" current="package-travel">
      <p class="govuk-body">
        Whoever sells flights and rooms together may be an organiser by the{' '}
        <a class="govuk-link" href="https://www.legislation.gov.uk/uksi/2018/634">
          Package Travel and Linked Travel Arrangements Regulations 2018
        </a>
        , with duties to protect travellers’ money. Somebody has to have thought of that before a visit that
        costs money is announced.
      </p>
      {!isAnswered ? (
        <EmptyState titleText="Nobody has answered the questions yet">
          <p class="govuk-body">
            There are five of them. What follows from the answers is said here, to be signed.
          </p>
        </EmptyState>
      ) : (
        <SignaturePart signed={signed} unsigned="Nobody has signed this yet." />
      )}
      <ButtonGroup>
        {isAnswered && signed.state !== 'signed' && (
          <Button href={`${path}/sign`} classes="cn-no-print">
            Sign it
          </Button>
        )}
        <Button
          href={`${path}/edit`}
          classes={isAnswered ? 'govuk-button--secondary cn-no-print' : 'cn-no-print'}
        >
          {isAnswered ? 'Change the answers' : 'Answer the questions'}
        </Button>
      </ButtonGroup>
      {isAnswered && <ConsideredWords words={signed.now} />}
      <InsetText>
        This is a record of what was considered, and no legal advice. Where a flight is part of a package, the
        rules of air travel (ATOL) apply besides.
      </InsetText>
    </VisitFrame>
  );
}

/** The answers and what follows, with what of the visit they were given for. */
export function ConsideredWords({ words }: { readonly words: Words }) {
  return (
    <SummaryList
      rows={Object.entries(words)
        .filter(([, text]) => text !== '')
        .map(([key, text]) => ({
          key,
          value: (
            <>
              {text.split('\n').map((line, index) => (
                <>
                  {index > 0 && <br />}
                  {line}
                </>
              ))}
            </>
          ),
        }))}
    />
  );
}
