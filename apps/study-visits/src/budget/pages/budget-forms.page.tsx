import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ThingForms } from '../../plans/thing-forms.js';
import type { ThingKind } from '../../plans/thing-kind.js';
import type { BudgetLineRow } from '../budget-line.entity.js';
import type { BudgetLineInput } from '../domain/budget.js';
import { fillLine, LineFields, lineNames, readLine } from '../form/budget-form.js';
import { KeepBudget } from '../keep-budget.js';
import { ReadBudget } from '../read-budget.js';

/** Adds, changes and deletes a line of a budget. */
@Controller('visits/manage/:id/budget')
export class BudgetFormsPage {
  private readonly kind: ThingKind<BudgetLineRow, BudgetLineInput>;

  constructor(
    private readonly forms: ThingForms,
    budget: ReadBudget,
    keep: KeepBudget,
  ) {
    this.kind = {
      part: 'budget',
      what: 'line',
      names: lineNames,
      title: ({ description }) => description,
      fill: fillLine,
      read: readLine,
      fields: async (form) => <LineFields form={form} />,
      one: (which) => budget.one(which),
      saysAlready: (line, input) => keep.saysAlready(line, input),
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

  @Get(':lineId/edit')
  showEdit(
    @Param('id') visitId: string,
    @Param('lineId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showEdit(this.kind, { request, reply, visitId }, id);
  }

  @Post(':lineId/edit')
  save(
    @Param('id') visitId: string,
    @Param('lineId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.saveEdit(this.kind, { request, reply, visitId }, id);
  }

  @Get(':lineId/delete')
  showDelete(
    @Param('id') visitId: string,
    @Param('lineId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showDelete(this.kind, { request, reply, visitId }, id);
  }

  @Post(':lineId/delete')
  remove(
    @Param('id') visitId: string,
    @Param('lineId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.remove(this.kind, { request, reply, visitId }, id);
  }
}
