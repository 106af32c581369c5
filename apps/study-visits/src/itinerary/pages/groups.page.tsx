import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { checkChoice } from '#checks';
import { actorOf, RunOnce, valueOf } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readToken,
  readVersion,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { itineraryPath } from '../addresses.js';
import { shareWays } from '../domain/share-out.js';
import { KeepSplits } from '../keep-splits.js';
import { ReadItinerary } from '../read-itinerary.js';
import { GroupsView, readSplit, SplitFields, splitNames, SplitView } from './groups.view.js';

/** How the party divides, and who is in which group. */
@Controller('visits/manage/:id/itinerary/groups')
export class GroupsPage {
  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly itinerary: ReadItinerary,
    private readonly keep: KeepSplits,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async list(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const itinerary = await this.itinerary.of(await this.visits.byId(visitId));
    return this.site.send(request, reply, {
      title: `Groups: ${itinerary.visit.title}`,
      noIndex: true,
      before: <BackLink href={itineraryPath(visitId)}>Itinerary</BackLink>,
      main: <GroupsView itinerary={itinerary} />,
    });
  }

  @Get('new')
  showNew(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.askNew(request, reply, visitId, form(), randomUUID());
  }

  @Post('new')
  async add(@Param('id') visitId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, splitNames);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const id = await this.runOnce.run(actor, token, { ...values, visitId }, async (manager) => {
        const split = await this.keep.add(manager, actor, visitId, readSplit(values));
        return split.id;
      });
      return await this.forms.done(
        reply,
        visitId,
        `itinerary/groups/${id}`,
        'The split is added. Say who is in which group.',
      );
    } catch (error) {
      return this.askNew(request, reply, visitId, form(values, refusedFields(error, splitNames)), token);
    }
  }

  @Get(':splitId')
  async show(
    @Param('id') visitId: string,
    @Param('splitId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.showSplit(request, reply, { visitId, id });
  }

  /** All of them at once: `member.<traveller’s id>`. */
  @Post(':splitId')
  async assign(
    @Param('id') visitId: string,
    @Param('splitId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(request.body);
    const wanted = new Map(
      Object.keys(sent).flatMap((name) => {
        const groupId = textIn(sent, name);
        return name.startsWith('member.') && groupId !== ''
          ? [[name.slice('member.'.length), groupId] as const]
          : [];
      }),
    );
    return this.filled(reply, { visitId, id }, () =>
      this.keep.assign(actorOf(request), { visitId, id, version: readVersion(sent) ?? 0 }, wanted),
    );
  }

  @Post(':splitId/share')
  async share(
    @Param('id') visitId: string,
    @Param('splitId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(request.body);
    const way = valueOf(checkChoice(textIn(sent, 'way'), shareWays, 'way', 'Say how.'));
    return this.filled(reply, { visitId, id }, () =>
      this.keep.share(actorOf(request), { visitId, id, version: readVersion(sent) ?? 0 }, way),
    );
  }

  private async filled(reply: FastifyReply, { visitId, id }: Which, work: () => Promise<unknown>) {
    const part = `itinerary/groups/${id}`;
    try {
      await work();
      return await this.forms.done(
        reply,
        visitId,
        part,
        'The groups are saved. Publish the itinerary to tell the travellers.',
      );
    } catch (error) {
      if (isProblem(error, 409)) {
        return this.forms.undone(
          reply,
          visitId,
          part,
          `${error.detail} Nothing was saved; this is how it is now.`,
        );
      }
      if (isProblem(error, 422)) {
        return this.forms.undone(
          reply,
          visitId,
          part,
          'One of the groups is not there any more. Nothing was saved; choose again.',
        );
      }
      throw error;
    }
  }

  private async showSplit(request: FastifyRequest, reply: FastifyReply, which: Which) {
    const visit = await this.visits.byId(which.visitId);
    const split = await this.itinerary.split(which);
    return this.site.send(request, reply, {
      title: `${split.name}: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={itineraryPath(visit.id, 'groups')}>Groups</BackLink>,
      main: <SplitView split={split} itinerary={await this.itinerary.of(visit)} />,
    });
  }

  private async askNew(
    request: FastifyRequest,
    reply: FastifyReply,
    visitId: string,
    shown: Form,
    token: string,
  ) {
    const page = {
      visit: await this.visits.byId(visitId),
      heading: 'Split the party',
      part: 'itinerary/groups/new',
      backPart: 'itinerary/groups',
      form: shown,
      hidden: { once: token },
      saveLabel: 'Add the split',
      children: <SplitFields form={shown} />,
    };
    return this.forms.send(request, reply, page, shown.errors.length > 0 ? 422 : 200);
  }
}

interface Which {
  readonly visitId: string;
  readonly id: string;
}
