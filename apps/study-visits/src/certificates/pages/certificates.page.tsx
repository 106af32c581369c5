import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, downloadHeaders } from '#platform';
import {
  BackLink,
  field,
  form,
  Input,
  pickFields,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import type { VisitSettings } from '../../settings.js';
import { SETTINGS } from '../../tokens.js';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { VisitForms } from '../../visits/pages/visit-forms.js';
import { certificatePdf } from '../certificate-pdf.js';
import { noCertificate, ReadCertificates, type Certificate } from '../read-certificates.js';
import { WithdrawCertificate } from '../withdraw-certificate.js';
import { CertificatesView } from './certificates.view.js';

const names = ['why'] as const;

/** Who has a certificate of attendance, for staff. */
@Controller('visits/manage/:id/certificates')
export class CertificatesPage {
  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly certificates: ReadCertificates,
    private readonly withdrawing: WithdrawCertificate,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Certificates: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <CertificatesView visit={visit} certificates={await this.certificates.of(visit)} />,
    });
  }

  @Get(':travellerId/certificate.pdf')
  async pdf(@Param('id') id: string, @Param('travellerId') travellerId: string, @Res() reply: FastifyReply) {
    const certificate = await this.certificates.one(id, travellerId);
    if (certificate.row.withdrawnAt !== null) throw noCertificate();
    const fileName = `Certificate, ${certificate.traveller.name}, ${certificate.visit.title}.pdf`;
    const file = await certificatePdf(certificate, this.settings.PUBLIC_URL);
    return reply.headers(downloadHeaders({ fileName, type: 'application/pdf' })).send(file);
  }

  @Get(':travellerId/withdraw')
  async askWithdraw(
    @Param('id') id: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.ask(request, reply, await this.certificates.one(id, travellerId), form());
  }

  @Post(':travellerId/withdraw')
  async withdraw(
    @Param('id') id: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(request.body), names);
    try {
      await this.withdrawing.run(actorOf(request), id, travellerId, textIn(values, 'why'));
    } catch (error) {
      const shown = form(values, refusedFields(error, names));
      return this.ask(request, reply, await this.certificates.one(id, travellerId), shown, 422);
    }
    return this.forms.done(reply, id, 'certificates', 'The certificate is withdrawn. Its number says so.');
  }

  @Post(':travellerId/restore')
  async restore(
    @Param('id') id: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.withdrawing.restore(actorOf(request), id, travellerId);
    return this.forms.done(reply, id, 'certificates', 'The certificate holds again.');
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    { traveller, visit }: Certificate,
    shown: Form,
    status = 200,
  ) {
    const page = {
      visit,
      heading: `Withdraw the certificate of ${traveller.name}?`,
      part: `certificates/${traveller.id}/withdraw`,
      backPart: 'certificates',
      form: shown,
      saveLabel: 'Withdraw the certificate',
      cancelLabel: 'Keep it',
      isWarning: true,
      children: (
        <>
          <p class="govuk-body">
            They cannot take it out any more, and whoever looks up its number reads that it was withdrawn. You
            can give it back.
          </p>
          <Input {...field(shown, 'why')} label="Why" hint="Only staff read it, and they themselves." />
        </>
      ),
    };
    return this.forms.send(request, reply, page, status);
  }
}
