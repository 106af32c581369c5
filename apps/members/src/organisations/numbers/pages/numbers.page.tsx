import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { managePath } from '../../addresses.js';
import { FindNumbers, type NumbersQuery } from '../find-numbers.js';
import { NumbersView } from './numbers.view.js';

/** Joiners, leavers and members by category over time. */
@Controller('members/manage/numbers')
export class NumbersPage {
  constructor(
    private readonly site: Site,
    private readonly numbers: FindNumbers,
  ) {}

  @Get()
  async show(@Query() query: NumbersQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = await this.numbers.asked(query);
    return this.site.send(request, reply, {
      title: 'Numbers over time',
      noIndex: true,
      before: <BackLink href={managePath}>Manage members</BackLink>,
      main: <NumbersView {...asked} />,
    });
  }
}
