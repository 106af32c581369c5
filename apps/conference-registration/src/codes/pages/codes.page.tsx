import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf } from '#platform';
import { sendSheet, sheetFormatOf } from '#sheets';
import { plural, submittedValues, textIn } from '#ui';
import { everyLine } from '../../running/lists/every-line.js';
import { newThingPath } from '../../set-up/addresses.js';
import { blankForm, SaveNew, type ShownNew } from '../../set-up/pages/save-new.js';
import { SetUpPages, type Answering } from '../../set-up/pages/set-up-pages.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { CodesRepository } from '../codes.repository.js';
import { NewCodeFields } from '../form/code-fields.js';
import { blankCode, codeNames, readCode, readNaming } from '../form/code-form.js';
import { MakeCodes } from '../make-codes.js';
import { codesSheet } from './codes-sheet.js';
import { CodesView, pageSize } from './codes.view.js';

/** The codes of a conference, and how often each was used. */
@Controller('conference/manage/:id/codes')
export class CodesPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly saveNew: SaveNew,
    private readonly codes: CodesRepository,
    private readonly makeCodes: MakeCodes,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @Param('id') id: string,
    @Query('page') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const total = await this.codes.count(id);
    const last = Math.max(1, Math.ceil(total / pageSize));
    const page =
      typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Math.min(Number(asked), last) : 1;
    const codes = await this.codes.page(conference, (page - 1) * pageSize, pageSize);
    const uses = await this.codes.uses(
      id,
      codes.map((code) => code.id),
    );
    const choices = await this.makeCodes.choices(this.dataSource.manager, conference);
    const view = (
      <CodesView conferenceId={id} {...{ codes, uses, total, page, choices }} now={this.clock()} />
    );
    return this.pages.sendList({ request, reply, conference }, 'codes', view);
  }

  /** All of them, on whichever page. */
  @Get('export.:format')
  async export(@Param('id') id: string, @Param('format') asked: string, @Res() reply: FastifyReply) {
    const format = sheetFormatOf(asked);
    const conference = await this.pages.conference(id);
    const codes = await this.codes.page(conference, 0, everyLine);
    const [uses, choices] = await Promise.all([
      this.codes.uses(
        id,
        codes.map((code) => code.id),
      ),
      this.makeCodes.choices(this.dataSource.manager, conference),
    ]);
    const sheet = codesSheet(`Codes, ${conference.title}`, { codes, uses, choices, now: this.clock() });
    return sendSheet(reply, sheet, format);
  }

  @Get('new')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.pages.conference(id);
    return this.send({ request, reply, conference }, blankForm(blankCode), 200);
  }

  @Post('new')
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const actor = actorOf(request);
    return this.saveNew.run(actor, id, submittedValues(body), {
      names: codeNames,
      make: async (manager, values) => {
        const made = await this.makeCodes.add(manager, actor, id, readNaming(values), readCode(values));
        return String(made.length);
      },
      saved: (values, made) => this.pages.done(reply, id, 'codes', savedWords(made, textIn(values, 'code'))),
      show: (page) => this.send({ request, reply, conference }, page, 422),
    });
  }

  private async send(answering: Answering, { shown, token }: ShownNew, status: number) {
    const { conference } = answering;
    const choices = await this.makeCodes.choices(this.dataSource.manager, conference);
    const page = {
      part: 'codes',
      heading: 'Make codes',
      action: newThingPath(conference.id, 'codes'),
      shown,
      hidden: { once: token },
      saveLabel: 'Make the codes',
      children: <NewCodeFields form={shown} choices={choices} />,
    } as const;
    return this.pages.sendThing(answering, page, status);
  }
}

/** @param made how many, as text */
function savedWords(made: string, code: string): string {
  if (made === '1' && code.trim() !== '')
    return `The code ${code.trim().toUpperCase()} can be used from now on.`;
  return `${plural(Number(made), 'code')} made. They can be used from now on.`;
}
