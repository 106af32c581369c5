import { Button, EmptyState, plural, ResponsiveTable, Tag } from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { certificatesPath, verifyPath } from '../addresses.js';
import { attendedInWords } from '../in-words.js';
import type { Certificate } from '../read-certificates.js';

export interface CertificatesViewProps {
  readonly visit: Visit;
  readonly certificates: readonly Certificate[];
}

/** Who was given a certificate, and who has it no longer. */
export function CertificatesView({ visit, certificates }: CertificatesViewProps) {
  return (
    <VisitFrame visit={visit} heading="Certificates" current="certificates">
      {certificates.length === 0 ? (
        <EmptyState titleText="Nobody has a certificate yet">
          <p class="govuk-body">
            Once the visit is over, everybody who travelled has a certificate of attendance on their own page.
            You can withdraw that of somebody who was not there after all.
          </p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            {plural(certificates.length, 'traveller has', 'travellers have')} a certificate on their own page.
            Whoever is shown one looks its number up at{' '}
            <a class="govuk-link" href={verifyPath}>
              Check a certificate
            </a>
            .
          </p>
          <ResponsiveTable
            caption="Certificates of attendance"
            columns={[
              { key: 'who', heading: 'Who' },
              { key: 'number', heading: 'Number' },
              { key: 'attended', heading: 'Attended' },
              { key: 'do', heading: 'To do' },
            ]}
            rows={certificates.map((certificate) => [
              <bdi>
                {[certificate.traveller.name, certificate.traveller.organisationName]
                  .filter(Boolean)
                  .join(', ')}
              </bdi>,
              certificate.row.number,
              attendedInWords(certificate.row),
              <Steps certificate={certificate} />,
            ])}
          />
        </>
      )}
    </VisitFrame>
  );
}

function Steps({ certificate: { row, traveller, visit } }: { readonly certificate: Certificate }) {
  const path = (step: string) => certificatesPath(visit.id, `${traveller.id}/${step}`);
  if (row.withdrawnAt !== null) {
    return (
      <>
        <Tag colour="red">Withdrawn</Tag> <bdi>{row.withdrawnWhy}</bdi>
        <form method="post" action={path('restore')}>
          <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
            Give it back
            <span class="govuk-visually-hidden"> to {traveller.name}</span>
          </Button>
        </form>
      </>
    );
  }
  return (
    <>
      <a class="govuk-link" href={path('certificate.pdf')} download>
        PDF<span class="govuk-visually-hidden"> of {traveller.name}</span>
      </a>
      <br />
      <a class="govuk-link" href={path('withdraw')}>
        Was not there<span class="govuk-visually-hidden">: {traveller.name}</span>
      </a>
    </>
  );
}
