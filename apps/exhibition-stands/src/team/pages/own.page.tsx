import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { ErrorSummary, Site, submittedValues } from '#ui';
import { OwnFeedbackLink } from '../../afterwards/feedback/own-feedback-link.js';
import { SayHowItWas } from '../../afterwards/pages/say-how-it-was.js';
import { islands } from '../../assets/islands.js';
import { apiPath } from '../../openapi/api-part.js';
import { YourPasses } from '../../passes/pages/your-passes.js';
import { ReadOwnPasses } from '../../passes/read-own-passes.js';
import { NextShift } from '../../published/pages/next-shift.js';
import { YourShifts } from '../../published/pages/your-shifts.js';
import { ReadOwnShifts } from '../../published/read-own-shifts.js';
import { YourSwaps } from '../../swaps/pages/your-swaps.js';
import { ReadSwaps } from '../../swaps/read-swaps.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { AskedSlots } from '../asked-slots.js';
import { OpenMember } from '../open-member.js';
import { ownPath } from '../addresses.js';
import { SayAvailability } from '../say-availability.js';
import { TeamOf } from '../team-of.js';
import { isAsking, ownHeading, OwnView } from './own.view.js';
import { readTimes } from './read-times.js';

/** A volunteer’s own page, by the link that was mailed to them alone. */
@Controller('stands/team/:secret')
export class OwnPage {
  constructor(
    private readonly site: Site,
    private readonly members: OpenMember,
    private readonly team: TeamOf,
    private readonly slots: AskedSlots,
    private readonly say: SayAvailability,
    private readonly ownShifts: ReadOwnShifts,
    private readonly ownPasses: ReadOwnPasses,
    private readonly ownSwaps: ReadSwaps,
    private readonly feedbackLink: OwnFeedbackLink,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendPage(request, reply, secret);
  }

  @Post('times')
  async save(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { exhibition } = await this.members.read({ secret });
    const sent = readTimes(submittedValues(body), await this.slots.of(exhibition));
    try {
      await this.say.answer({ secret }, sent.answers);
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 422 && error.status !== 409)) throw error;
      return this.sendPage(request, reply, secret, error);
    }
    return this.site.redirect(reply, `${ownPath(secret)}${sent.group === '' ? '' : `#day-${sent.group}`}`);
  }

  private async sendPage(request: FastifyRequest, reply: FastifyReply, secret: string, refusal?: Problem) {
    const { row, exhibition } = await this.members.read({ secret });
    const stand = await this.ownShifts.of(row, exhibition);
    const starts = stand.shifts.map(({ assignment }) => assignment.terms.start);
    const now = this.clock();
    const shifts =
      stand.shifts.length === 0 ? null : (
        <>
          <SayHowItWas link={await this.feedbackLink.of(row.id, exhibition)} />
          <YourShifts stand={stand} secret={secret} />
        </>
      );
    const member = await this.team.one(exhibition, row);
    const page = {
      title: `${ownHeading({ member, exhibition, shifts })}${isAsking({ member, exhibition, shifts }) ? '' : ':'} ${exhibition.title}`,
      noIndex: true,
      hasErrors: refusal !== undefined,
      scripts: [islands.address('press-times')],
      main: (
        <>
          {refusal !== undefined && (
            <ErrorSummary titleText="There is a problem" errorList={[{ text: refusal.detail }]} />
          )}
          <OwnView
            secret={secret}
            member={member}
            exhibition={exhibition}
            days={await this.slots.of(exhibition)}
            next={
              <>
                <NextShift stand={stand} secret={secret} now={now} />
                <YourSwaps own={await this.ownSwaps.ofMember(row, exhibition)} secret={secret} />
              </>
            }
            shifts={shifts}
            passes={<YourPasses passes={await this.ownPasses.of(exhibition, row.id, starts)} />}
            pressAddress={`${apiPath}/team-links/${secret}/answers`}
          />
        </>
      ),
    };
    return this.site.send(request, reply, page, refusal?.status ?? 200);
  }
}
