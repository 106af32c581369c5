import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import type { SentQuery } from '#platform';
import {
  BackLink,
  Button,
  dateRangeInWords,
  Input,
  InsetText,
  Site,
  submittedValues,
  SummaryList,
  textIn,
} from '#ui';
import { visitsPath } from '../../visits/addresses.js';
import { verifyPath } from '../addresses.js';
import { attendedInWords } from '../in-words.js';
import { ReadCertificates, type Certificate } from '../read-certificates.js';

/** Where whoever is shown a certificate of attendance sees whether it holds. */
@Controller('visits/certificates')
export class VerifyPage {
  constructor(
    private readonly site: Site,
    private readonly certificates: ReadCertificates,
  ) {}

  @Get()
  async show(@Query() query: SentQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const typed = textIn(submittedValues(query), 'number').slice(0, 60);
    const found = typed === '' ? null : await this.certificates.byNumber(typed);
    return this.site.send(request, reply, {
      title: 'Check a certificate',
      noIndex: true,
      before: <BackLink href={visitsPath}>All study visits</BackLink>,
      main: <VerifyView typed={typed} found={found} />,
    });
  }
}

function VerifyView({ typed, found }: { readonly typed: string; readonly found: Certificate | null }) {
  return (
    <>
      <h1 class="govuk-heading-xl">Check a certificate</h1>
      <p class="govuk-body">
        A certificate of attendance at one of our study visits has a number. Enter it to see whether it holds.
      </p>
      <form method="get" action={verifyPath} novalidate>
        <Input
          id="number"
          name="number"
          label="Number of the certificate"
          hint="Twelve letters and digits, such as K7M4QD-34RTHC."
          value={typed}
          classes="govuk-input--width-20"
          autocomplete="off"
        />
        <Button>Check it</Button>
      </form>
      {typed !== '' && <Result found={found} />}
    </>
  );
}

function Result({ found }: { readonly found: Certificate | null }) {
  if (found === null) {
    return (
      <InsetText>
        There is no certificate with this number. Compare it with the one at the foot of the certificate.
      </InsetText>
    );
  }
  const { row, traveller, visit } = found;
  if (row.withdrawnAt !== null) {
    return <InsetText>The certificate with this number was withdrawn: it does not hold any more.</InsetText>;
  }
  const first = Temporal.PlainDate.from(visit.firstDay);
  return (
    <section aria-labelledby="holds">
      <h2 class="govuk-heading-m" id="holds">
        The certificate {row.number} holds
      </h2>
      <SummaryList
        rows={[
          { key: 'Of', value: <bdi>{traveller.name}</bdi> },
          traveller.organisationName !== '' && { key: 'For', value: <bdi>{traveller.organisationName}</bdi> },
          { key: 'Visit', value: visit.title },
          { key: 'When', value: dateRangeInWords(first, Temporal.PlainDate.from(visit.lastDay)) },
          { key: 'Attended', value: attendedInWords(row) },
        ]}
      />
    </section>
  );
}
