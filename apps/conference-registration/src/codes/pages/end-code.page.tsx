import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { plural } from '#ui';
import { thingPath } from '../../set-up/addresses.js';
import { SetUpPages } from '../../set-up/pages/set-up-pages.js';
import { ChangeCode } from '../change-code.js';
import { CodesRepository } from '../codes.repository.js';

/** Ends a code. */
@Controller('conference/manage/:id/codes/:codeId/end')
export class EndCodePage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly codes: CodesRepository,
    private readonly changeCode: ChangeCode,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('codeId') codeId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const code = await this.codes.read(conference, codeId);
    const { used, kept } = (await this.codes.uses(id, [codeId])).get(codeId) ?? { used: 0, kept: 0 };
    const page = {
      part: 'codes',
      heading: `End the code ${code.code}?`,
      action: thingPath(id, 'codes', codeId, 'end'),
      saveLabel: 'End the code',
      isWarning: true,
      cancelLabel: 'Leave it in force',
      children: (
        <ul class="govuk-list govuk-list--bullet">
          <li>Nobody can use it any more. It cannot be put in force again.</li>
          {used > 0 && (
            <li>
              {plural(used, 'place')} {used === 1 ? 'was' : 'were'} booked with it: they stay booked, at the
              price that they were booked at.
            </li>
          )}
          {kept > 0 && <li>{plural(kept, 'place')} that it keeps can be booked by everybody again.</li>}
        </ul>
      ),
    } as const;
    return this.pages.sendThing({ request, reply, conference }, page);
  }

  @Post()
  async end(
    @Param('id') id: string,
    @Param('codeId') codeId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { code } = await this.changeCode.end(actorOf(request), id, codeId);
    return this.pages.done(reply, id, 'codes', `The code ${code} has ended.`);
  }
}
