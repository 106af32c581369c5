import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { actorOf, downloadHeaders, EventStreams, notFound, Problem } from '#platform';
import {
  BackLink,
  Button,
  HiddenFields,
  LiveProgress,
  LiveValue,
  plural,
  Site,
  submittedValues,
  textIn,
  uiAssets,
  type LiveState,
} from '#ui';
import type { VisitSettings } from '../../settings.js';
import { SETTINGS } from '../../tokens.js';
import { manageVisitPath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { papersPath } from '../addresses.js';
import { AskForPapers } from '../making/ask-for-papers.js';
import type { MakingRow } from '../making/making.entity.js';
import { ReadFiles } from '../making/read-files.js';
import { ownFile } from '../own/own-files.js';
import { OwnPapers, type OwnKind } from '../own/own-papers.js';
import { KeepPaper } from '../keep-paper.js';
import { KeepEmergencyText } from './keep-emergency-text.js';
import { PapersView } from './papers.view.js';
import { ReadIssued } from './read-issued.js';

/** How often the page of a making is loaded anew where there are no scripts, in seconds. */
const lookAgainAfter = 3;

const isOpen = (last: MakingRow | null): last is MakingRow => last !== null && last.finishedAt === null;

/** How a making stands, for the page and its script. */
export function live(last: MakingRow | null): LiveState {
  const [done, total] = [last?.done ?? 0, last?.total ?? 0];
  return {
    isRunning: isOpen(last),
    done,
    total,
    values: { done: String(done) },
    said: `${done} of ${plural(total, 'traveller')}`,
  };
}

/** What each traveller has in writing, and everybody’s papers made into files in the background. */
@Controller('visits/manage/:id/papers')
export class PapersPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly issued: ReadIssued,
    private readonly texts: KeepEmergencyText,
    private readonly ask: AskForPapers,
    private readonly files: ReadFiles,
    private readonly papers: OwnPapers,
    private readonly keep: KeepPaper,
    private readonly streams: EventStreams,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'PUBLIC_URL'>,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const last = await this.ask.last(id);
    const main = (
      <PapersView
        visit={visit}
        issued={await this.issued.of(id)}
        text={await this.texts.of(id)}
        last={last}
        areKept={this.keep.areKept(visit)}
        hasFiles={last?.status === 'done' && (await this.files.has(last.id))}
      />
    );
    return this.send(request, reply, visit, 'Papers', main);
  }

  @Post('making')
  async begin(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    try {
      await this.ask.run(actorOf(request), id);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      if (error.code !== 'already-making')
        return this.site.redirect(reply, papersPath(id), { type: 'important', text: error.detail });
    }
    return reply.redirect(papersPath(id, 'making'), 303);
  }

  @Get('making')
  async follow(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const last = await this.ask.last(id);
    if (!isOpen(last)) return reply.redirect(papersPath(id), 303);
    const state = live(last);
    const main = (
      <>
        <LiveProgress
          address={papersPath(id, 'making/progress')}
          state={state}
          label={
            <>
              <LiveValue of={state} name="done" /> of {plural(state.total, 'traveller')}
            </>
          }
        />
        <p class="govuk-body">You can leave this page; the papers are made all the same.</p>
        <form method="post" action={papersPath(id, 'making/cancel')}>
          <HiddenFields values={{ making: last.id }} />
          <Button classes="govuk-button--secondary">Stop making papers</Button>
        </form>
      </>
    );
    return this.send(request, reply, visit, 'Papers are being made', main, {
      scripts: [uiAssets().addressedAt('/visits/assets/').progress],
      reloadWithoutScripts: lookAgainAfter,
    });
  }

  /** For the page's script. */
  @Get('making/progress')
  async progress(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.visits.byId(id);
    await this.streams.tell<LiveState>(request, reply, {
      key: `papers ${id}`,
      look: async () => live(await this.ask.last(id)),
      isOver: ({ isRunning }) => !isRunning,
    });
  }

  @Post('making/cancel')
  async cancel(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply) {
    const { status } = await this.ask.cancel(id, textIn(submittedValues(body), 'making'));
    return this.site.redirect(
      reply,
      papersPath(id),
      status === 'cancelled'
        ? { type: 'success', text: 'No more papers are made.' }
        : { type: 'important', text: 'The papers had been made before it was stopped.' },
    );
  }

  @Get('making/:makingId/papers.zip')
  async archive(@Param('id') id: string, @Param('makingId') makingId: string, @Res() reply: FastifyReply) {
    const { title } = await this.visits.byId(id);
    const pieces = await this.files.archive(id, makingId);
    return reply
      .headers(downloadHeaders({ fileName: `Papers, ${title}.zip`, type: 'application/zip' }))
      .send(Readable.from(pieces));
  }

  @Get(':travellerId/:file')
  async one(
    @Param('id') id: string,
    @Param('travellerId') travellerId: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ) {
    const kinds: Readonly<Record<string, OwnKind>> = {
      'programme.pdf': 'traveller',
      'emergency.pdf': 'emergency-card',
    };
    const kind = kinds[file];
    if (kind === undefined) throw notFound();
    const paper = await this.papers.of({ visitId: id, travellerId }, kind);
    const { fileName, bytes } = await ownFile(paper, this.settings.PUBLIC_URL);
    return reply.headers(downloadHeaders({ fileName, type: 'application/pdf' })).send(bytes);
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    heading: string,
    children: Parameters<typeof VisitFrame>[0]['children'],
    more: { readonly scripts?: readonly string[]; readonly reloadWithoutScripts?: number } = {},
  ) {
    const isPart = heading === 'Papers';
    return this.site.send(request, reply, {
      ...more,
      title: `${heading}: ${visit.title}`,
      noIndex: true,
      before: (
        <BackLink href={isPart ? manageVisitPath(visit.id) : papersPath(visit.id)}>
          {isPart ? visit.title : 'Papers'}
        </BackLink>
      ),
      main: (
        <VisitFrame visit={visit} heading={heading} current="papers">
          {children}
        </VisitFrame>
      ),
    });
  }
}
