import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ThingForms } from '../../plans/thing-forms.js';
import type { ThingKind } from '../../plans/thing-kind.js';
import type { RiskInput } from '../domain/risk.js';
import { fillRisk, readRisk, RiskFields, riskNames } from '../form/risk-form.js';
import { KeepRisks } from '../keep-risks.js';
import { ReadRisks } from '../read-risks.js';
import type { RiskRow } from '../risk.entity.js';

/** Adds, changes and deletes a risk. */
@Controller('visits/manage/:id/risks')
export class RiskFormsPage {
  private readonly kind: ThingKind<RiskRow, RiskInput>;

  constructor(
    private readonly forms: ThingForms,
    risks: ReadRisks,
    keep: KeepRisks,
  ) {
    this.kind = {
      part: 'risks',
      what: 'risk',
      names: riskNames,
      title: ({ hazard }) => hazard,
      fill: fillRisk,
      read: readRisk,
      fields: async (form) => <RiskFields form={form} />,
      one: (which) => risks.one(which),
      saysAlready: (risk, input) => keep.saysAlready(risk, input),
      add: (...given) => keep.add(...given),
      edit: (...given) => keep.edit(...given),
      remove: (...given) => keep.remove(...given),
    };
  }

  @Get('new')
  showNew(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showNew(this.kind, { request, reply, visitId });
  }

  @Post('new')
  add(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.saveNew(this.kind, { request, reply, visitId });
  }

  @Get(':riskId/edit')
  showEdit(
    @Param('id') visitId: string,
    @Param('riskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showEdit(this.kind, { request, reply, visitId }, id);
  }

  @Post(':riskId/edit')
  save(
    @Param('id') visitId: string,
    @Param('riskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.saveEdit(this.kind, { request, reply, visitId }, id);
  }

  @Get(':riskId/delete')
  showDelete(
    @Param('id') visitId: string,
    @Param('riskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showDelete(this.kind, { request, reply, visitId }, id);
  }

  @Post(':riskId/delete')
  remove(
    @Param('id') visitId: string,
    @Param('riskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.remove(this.kind, { request, reply, visitId }, id);
  }
}
