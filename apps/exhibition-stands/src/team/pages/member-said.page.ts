import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { Site, submittedValues } from '#ui';
import { memberPath } from '../addresses.js';
import { AskedSlots } from '../asked-slots.js';
import { OpenMember } from '../open-member.js';
import { SayAvailability } from '../say-availability.js';
import { AboutForms } from './about-forms.js';
import { ExceptionForms } from './exception-forms.js';
import { readTimes } from './read-times.js';
import { memberPlace } from './said-place.js';

/** What staff say on behalf of somebody in the team. */
@Controller('stands/manage/:id/team/:member')
export class MemberSaidPage {
  constructor(
    private readonly site: Site,
    private readonly members: OpenMember,
    private readonly slots: AskedSlots,
    private readonly say: SayAvailability,
    private readonly aboutForms: AboutForms,
    private readonly exceptionForms: ExceptionForms,
  ) {}

  @Post('times')
  async saveTimes(
    @Param('id') exhibitionId: string,
    @Param('member') memberId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const who = { exhibitionId, memberId };
    const { exhibition } = await this.members.read(who);
    const sent = readTimes(submittedValues(request.body), await this.slots.of(exhibition));
    const path = memberPath(exhibitionId, memberId);
    try {
      await this.say.answer(who, sent.answers);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      return this.site.redirect(reply, path, { type: 'important', text: error.detail });
    }
    return this.site.redirect(reply, `${path}${sent.group === '' ? '' : `#day-${sent.group}`}`);
  }

  @Get('about')
  about(
    @Param('id') id: string,
    @Param('member') member: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.aboutForms.show(request, reply, memberPlace(id, member));
  }

  @Post('about')
  saveAbout(
    @Param('id') id: string,
    @Param('member') member: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.aboutForms.save(request, reply, memberPlace(id, member));
  }

  @Get('exceptions')
  exceptions(
    @Param('id') id: string,
    @Param('member') member: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.exceptionForms.show(request, reply, memberPlace(id, member));
  }

  @Post('exceptions')
  saveException(
    @Param('id') id: string,
    @Param('member') member: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.exceptionForms.save(request, reply, memberPlace(id, member));
  }
}
