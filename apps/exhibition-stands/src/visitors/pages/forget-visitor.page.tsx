import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Transactions } from '#platform';
import { form, Site } from '#ui';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionForms } from '../../exhibitions/pages/exhibition-forms.js';
import { visitorsPath } from '../addresses.js';
import { ReadVisitors } from '../read-visitors.js';
import { RecordVisitor } from '../record-visitor.js';

/** Forgets somebody who wants to hear no more, once that is confirmed. */
@Controller('stands/manage/:id/visitors/:visitorId/forget')
export class ForgetVisitorPage {
  constructor(
    private readonly site: Site,
    private readonly forms: ExhibitionForms,
    private readonly exhibitions: FindExhibition,
    private readonly visitors: ReadVisitors,
    private readonly record: RecordVisitor,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('visitorId') visitorId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const exhibition = await this.exhibitions.byId(id);
    const visitor = await this.visitors.one(exhibition.id, visitorId);
    return this.forms.send(request, reply, {
      exhibition,
      heading: `Forget ${visitor.name}?`,
      part: `visitors/${visitor.id}/forget`,
      backPart: 'visitors',
      form: form(),
      saveLabel: 'Forget them',
      isWarning: true,
      cancelLabel: 'Keep them',
      children: (
        <p class="govuk-body">
          Their name, address and interests are gone then, and cannot be brought back. That somebody stopped
          by is still counted.
        </p>
      ),
    });
  }

  @Post()
  async forget(@Param('id') id: string, @Param('visitorId') visitorId: string, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    await this.transactions.run((manager) => this.record.forget(manager, exhibition.id, visitorId));
    return this.site.redirect(reply, visitorsPath(id), {
      type: 'success',
      text: 'They are forgotten. That somebody stopped by is still counted.',
    });
  }
}
