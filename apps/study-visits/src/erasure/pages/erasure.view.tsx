import { dateInWords, EmptyState, ResponsiveTable } from '#ui';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { erasurePath } from '../addresses.js';
import { certifiedInWords, countInWords, otherTimesInWords } from '../in-words.js';
import type { CountedPart, Erasure, ErasureCertificate } from '../read-erasure.js';

/** What was erased after a visit, and what stays. */
export function ErasureView({ erasure: { visit, certificate, dueOn } }: { readonly erasure: Erasure }) {
  return (
    <VisitFrame visit={visit} heading="What is erased" current="erasure">
      {certificate === null ? (
        <EmptyState titleText="Nothing is erased yet">
          <p class="govuk-body">
            {dueOn === null
              ? 'Thirty days after the visit, or after it was called off,'
              : `On ${dateInWords(dueOn)}, thirty days after the last day,`}{' '}
            passports, diets, access needs, emergency contacts and all else that was told for this visit alone
            is erased by itself. A certificate here then says what, how many of each, and what stays and why.
          </p>
        </EmptyState>
      ) : (
        <Certified certificate={certificate} visitId={visit.id} />
      )}
    </VisitFrame>
  );
}

interface CertifiedProps {
  readonly certificate: ErasureCertificate;
  readonly visitId: string;
}

function Certified({ certificate, visitId }: CertifiedProps) {
  const others = otherTimesInWords(certificate);
  return (
    <>
      <p class="govuk-body">{certifiedInWords(certificate)}</p>
      {others !== '' && <p class="govuk-body">{others}</p>}
      <Counted caption="Erased of what was sealed" parts={certificate.details} empty="Nothing was sealed." />
      <Counted caption="Erased besides" parts={certificate.others} empty="Nothing else was there." />
      <ResponsiveTable
        caption="What stays, and why"
        columns={[
          { key: 'what', heading: 'What' },
          { key: 'count', heading: 'How many', format: 'numeric' },
          { key: 'why', heading: 'Why, and for how long' },
        ]}
        rows={certificate.kept.map((part) => [part.title, countInWords(part), part.why])}
      />
      <p class="govuk-body cn-no-print">
        <a class="govuk-link" href={erasurePath(visitId, 'certificate.pdf')} download>
          Take the certificate out as a PDF
        </a>
      </p>
    </>
  );
}

interface CountedProps {
  readonly caption: string;
  readonly parts: readonly CountedPart[];
  readonly empty: string;
}

function Counted({ caption, parts, empty }: CountedProps) {
  if (parts.length === 0) {
    return (
      <>
        <h2 class="govuk-heading-m">{caption}</h2>
        <p class="govuk-body">{empty}</p>
      </>
    );
  }
  return (
    <ResponsiveTable
      caption={caption}
      columns={[
        { key: 'what', heading: 'What' },
        { key: 'count', heading: 'How many', format: 'numeric' },
      ]}
      rows={parts.map((part) => [part.title, countInWords(part)])}
    />
  );
}
