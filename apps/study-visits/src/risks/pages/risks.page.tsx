import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { downloadHeaders } from '#platform';
import { BackLink, Button, ButtonGroup, dateRangeInWords, EmptyState, plural, Site } from '#ui';
import { Temporal } from 'temporal-polyfill';
import { thingPath } from '../../plans/addresses.js';
import { KeepPaper } from '../../papers/keep-paper.js';
import { ReadSigned, type SignedThing } from '../../sign-offs/read-signed.js';
import { SignPages, type ToSign } from '../../sign-offs/sign-page.js';
import { SignaturePart } from '../../sign-offs/signature-part.js';
import { managePath, manageVisitPath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { placeInWords } from '../../visits/in-words.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { assessmentPdf } from '../assessment-pdf.js';
import { bandOf, scoreOf } from '../domain/risk.js';
import { MakeAssessment } from '../make-assessment.js';
import { ReadRisks } from '../read-risks.js';
import type { RiskRow } from '../risk.entity.js';
import { SignRisks } from '../sign-risks.js';
import { RisksTable } from './risks-table.js';

/** The risk assessment of a visit: what could happen, what is done about it, who signed it off. It can be printed. */
@Controller('visits/manage/:id/risks')
export class RisksPage {
  private readonly toSign: ToSign;

  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly risks: ReadRisks,
    private readonly signed: ReadSigned,
    private readonly signing: SignPages,
    private readonly making: MakeAssessment,
    private readonly papers: KeepPaper,
    sign: SignRisks,
  ) {
    this.toSign = {
      part: 'risks',
      heading: 'Sign off the risk assessment',
      agreement: 'I have read this risk assessment, and what is done about each risk is enough.',
      saveLabel: 'Sign it off',
      done: 'The risk assessment is signed off.',
      read: (visit) => this.signed.risks(visit),
      shown: async (visit) => <RisksTable risks={await this.risks.of(visit.id)} />,
      sign: (...given) => sign.run(...given),
    };
  }

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Risk assessment: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <RisksView
          visit={visit}
          risks={await this.risks.of(visit.id)}
          signed={await this.signed.risks(visit)}
          isKept={this.papers.areKept(visit)}
        />
      ),
    });
  }

  @Get('assessment.pdf')
  async file(@Param('id') id: string, @Res() reply: FastifyReply) {
    const made = await this.making.run(id);
    const fileName = `Risk assessment, ${made.visit.title}, version ${made.kept.number}.pdf`;
    const headers = downloadHeaders({ fileName, type: 'application/pdf' });
    return reply.headers(headers).send(await assessmentPdf(made));
  }

  @Get('sign')
  showSign(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.signing.show(this.toSign, request, reply, id);
  }

  @Post('sign')
  sign(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.signing.save(this.toSign, request, reply, id);
  }
}

interface RisksViewProps {
  readonly visit: Visit;
  readonly risks: readonly RiskRow[];
  readonly signed: SignedThing;
  /** False once what papers say is kept no longer. */
  readonly isKept: boolean;
}

function RisksView({ visit, risks, signed, isKept }: RisksViewProps) {
  const path = manageVisitPath(visit.id, 'risks');
  const first = Temporal.PlainDate.from(visit.firstDay);
  const grave = risks.filter((risk) => ['high', 'very-high'].includes(bandOf(scoreOf(risk)))).length;
  return (
    <VisitFrame visit={visit} heading="Risk assessment" current="risks">
      <p class="govuk-body">
        {placeInWords(visit)}, {dateRangeInWords(first, Temporal.PlainDate.from(visit.lastDay))}
        {risks.length > 0 &&
          `: ${plural(risks.length, 'risk')}, ${grave === 0 ? 'none' : grave} of them high or very high`}
        .
      </p>
      <SignaturePart signed={signed} unsigned="Nobody has signed off this risk assessment yet." />
      <ButtonGroup>
        {risks.length > 0 && signed.state !== 'signed' && (
          <Button href={`${path}/sign`} classes="cn-no-print">
            Sign it off
          </Button>
        )}
        <Button href={`${path}/new`} classes="govuk-button--secondary cn-no-print">
          Add a risk
        </Button>
      </ButtonGroup>
      {risks.length === 0 ? (
        <EmptyState titleText="No risks yet">
          <p class="govuk-body">
            Write down what could happen on the way and there, how likely and how bad it is, and what is done
            about it. It has to be signed off before the visit can be confirmed.
          </p>
        </EmptyState>
      ) : (
        <>
          <RisksTable risks={risks} editPath={(id) => thingPath(visit.id, 'risks', id, 'edit')} />
          {isKept && (
            <p class="govuk-body cn-no-print">
              <a class="govuk-link" href={`${path}/assessment.pdf`} download>
                Take the risk assessment as PDF, with who signed it off
              </a>
            </p>
          )}
        </>
      )}
    </VisitFrame>
  );
}
