import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ThingForms } from '../../plans/pages/thing-forms.js';
import type { ThingKind } from '../../plans/pages/thing-kind.js';
import type { CostInput } from '../domain/cost.js';
import { CostFields, costNames, fillCost, readCost } from '../form/cost-form.js';
import { KeepCosts } from '../keep-costs.js';
import { ReadCosts } from '../read-costs.js';
import type { CostRow } from '../cost.entity.js';

/** Adds, changes and deletes a cost. */
@Controller('stands/manage/:id/costs')
export class CostFormsPage {
  private readonly kind: ThingKind<CostRow, CostInput>;

  constructor(
    private readonly forms: ThingForms,
    costs: ReadCosts,
    keep: KeepCosts,
  ) {
    this.kind = {
      part: 'costs',
      what: 'cost',
      names: costNames,
      title: ({ description }) => description,
      fill: fillCost,
      read: readCost,
      fields: async (form) => <CostFields form={form} />,
      one: (which) => costs.one(which),
      saysAlready: (cost, input) => keep.saysAlready(cost, input),
      add: (...given) => keep.add(...given),
      edit: (...given) => keep.edit(...given),
      remove: (...given) => keep.remove(...given),
    };
  }

  @Get('new')
  showNew(@Param('id') exhibitionId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showNew(this.kind, { request, reply, exhibitionId });
  }

  @Post('new')
  add(@Param('id') exhibitionId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.saveNew(this.kind, { request, reply, exhibitionId });
  }

  @Get(':costId/edit')
  showEdit(
    @Param('id') exhibitionId: string,
    @Param('costId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showEdit(this.kind, { request, reply, exhibitionId }, id);
  }

  @Post(':costId/edit')
  save(
    @Param('id') exhibitionId: string,
    @Param('costId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.saveEdit(this.kind, { request, reply, exhibitionId }, id);
  }

  @Get(':costId/delete')
  showDelete(
    @Param('id') exhibitionId: string,
    @Param('costId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showDelete(this.kind, { request, reply, exhibitionId }, id);
  }

  @Post(':costId/delete')
  remove(
    @Param('id') exhibitionId: string,
    @Param('costId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.remove(this.kind, { request, reply, exhibitionId }, id);
  }
}
