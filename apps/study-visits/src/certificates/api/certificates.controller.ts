import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { actorOf, instantOf, notKept, readJson } from '#platform';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { noCertificate, ReadCertificates, type Certificate } from '../read-certificates.js';
import { WithdrawCertificate } from '../withdraw-certificate.js';
import {
  withdrawalInput,
  type certificateOutput,
  type staffCertificateOutput,
} from './certificate.schema.js';

/** Certificates of attendance, for programs: of whoever knows a number, of a traveller, of staff. */
@Controller('api/v1/study-visits')
export class CertificatesController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: FindVisit,
    private readonly certificates: ReadCertificates,
    private readonly withdrawing: WithdrawCertificate,
  ) {}

  @Get('certificates/:number')
  async check(@Param('number') number: string, @Res() reply: FastifyReply) {
    return this.send(reply, await this.certificates.byNumber(number));
  }

  @Get('traveller-links/:secret/certificate')
  async own(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return this.send(reply, await this.certificates.own(secret));
  }

  @Get('visits/:id/certificates')
  async all(@Param('id') name: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(name);
    return reply.headers(notKept).send({ items: (await this.certificates.of(visit)).map(staffJson) });
  }

  @Post('visits/:id/certificates/:travellerId/withdraw')
  async withdraw(
    @Param('id') name: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { why } = readJson(request, withdrawalInput);
    const { id } = await this.visits.byIdOrSlug(name);
    return this.answers.postThing<StaffOutput>(request, reply, {
      status: 200,
      work: async () => staffJson(await this.withdrawing.run(actorOf(request), id, travellerId, why)),
    });
  }

  @Post('visits/:id/certificates/:travellerId/restore')
  async restore(
    @Param('id') name: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = await this.visits.byIdOrSlug(name);
    return this.answers.postThing<StaffOutput>(request, reply, {
      status: 200,
      work: async () => staffJson(await this.withdrawing.restore(actorOf(request), id, travellerId)),
    });
  }

  private send(reply: FastifyReply, certificate: Certificate | null) {
    if (certificate === null) throw noCertificate();
    return reply.headers(notKept).send(certificateJson(certificate));
  }
}

type StaffOutput = z.output<typeof staffCertificateOutput>;

/** One that was withdrawn names nobody any more. */
function certificateJson({ row, traveller, visit }: Certificate): z.output<typeof certificateOutput> {
  const holds = row.withdrawnAt === null;
  return {
    number: row.number,
    holds,
    name: holds ? traveller.name : '',
    organisation: holds ? traveller.organisationName : '',
    visit: { id: visit.id, title: visit.title, firstDay: visit.firstDay, lastDay: visit.lastDay },
    days: row.days,
    minutes: row.minutes,
    issuedAt: instantOf(row.issuedAt).toString(),
  };
}

const staffJson = (certificate: Certificate): StaffOutput => ({
  ...certificateJson(certificate),
  name: certificate.traveller.name,
  organisation: certificate.traveller.organisationName,
  id: certificate.traveller.id,
  withdrawnWhy: certificate.row.withdrawnWhy,
  version: certificate.row.version,
});
