import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site } from '#ui';
import { managePath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { ReadSwaps } from '../read-swaps.js';
import { SwapsView } from './swaps.view.js';

/** All swaps of an exhibition, for staff: those to approve first. */
@Controller('stands/manage/:id/swaps')
export class SwapsPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly swaps: ReadSwaps,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    return this.site.send(request, reply, {
      title: `Swaps: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: (
        <ExhibitionFrame exhibition={exhibition} heading="Swaps" current="swaps">
          <SwapsView exhibition={exhibition} swaps={await this.swaps.ofExhibition(exhibition.id)} />
        </ExhibitionFrame>
      ),
    });
  }
}
