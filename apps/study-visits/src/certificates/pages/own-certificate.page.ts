import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { downloadHeaders } from '#platform';
import type { VisitSettings } from '../../settings.js';
import { SETTINGS } from '../../tokens.js';
import { certificatePdf } from '../certificate-pdf.js';
import { noCertificate, ReadCertificates } from '../read-certificates.js';

/** A traveller’s certificate as a PDF, by their own link. */
@Controller('visits/travellers/:secret/certificate.pdf')
export class OwnCertificatePage {
  constructor(
    private readonly certificates: ReadCertificates,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  @Get()
  async take(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const certificate = await this.certificates.own(secret);
    if (certificate === null) throw noCertificate();
    const fileName = `Certificate, ${certificate.visit.title}.pdf`;
    const file = await certificatePdf(certificate, this.settings.PUBLIC_URL);
    return reply.headers(downloadHeaders({ fileName, type: 'application/pdf' })).send(file);
  }
}
