import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf } from '#platform';
import { form, submittedValues } from '#ui';
import { thingPath } from '../../set-up/addresses.js';
import { changesBetween } from '../../set-up/domain/changes.js';
import { LastChange } from '../../set-up/last-change.js';
import { Meanwhile } from '../../set-up/pages/meanwhile.js';
import { saveEdit, type ShownEdit } from '../../set-up/pages/save-edit.js';
import { SetUpPages, type Answering } from '../../set-up/pages/set-up-pages.js';
import { writing } from '../../set-up/writing.js';
import { ChangeCode, earliestEnd, mergedInput } from '../change-code.js';
import { CodesRepository } from '../codes.repository.js';
import { checkCode } from '../domain/code-details.js';
import { codeWords, type Code } from '../domain/code.js';
import { CodeFields } from '../form/code-fields.js';
import { editNames, fillCode, readCodeEdit } from '../form/code-form.js';
import { MakeCodes } from '../make-codes.js';
import { doesInWords } from './code-words.js';

/** Changes a code. */
@Controller('conference/manage/:id/codes/:codeId/edit')
export class EditCodePage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly codes: CodesRepository,
    private readonly makeCodes: MakeCodes,
    private readonly changeCode: ChangeCode,
    private readonly lastChange: LastChange,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('codeId') codeId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const thing = await this.codes.read(conference, codeId);
    const page = { thing, shown: form(fillCode(thing)), version: thing.version, isConflict: false };
    return this.send({ request, reply, conference }, page, 200);
  }

  @Post()
  async save(
    @Param('id') conferenceId: string,
    @Param('codeId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(conferenceId);
    const choices = await this.makeCodes.choices(this.dataSource.manager, conference);
    return saveEdit<Code>(submittedValues(body), {
      names: editNames,
      save: (values, version) =>
        this.changeCode.edit(actorOf(request), { conferenceId, id, version }, readCodeEdit(values)),
      read: () => this.codes.read(conference, id),
      isSame: (code, values) => {
        const today = earliestEnd(code, choices.today);
        const typed = checkCode(mergedInput(code, readCodeEdit(values)), { ...choices, today });
        const words = codeWords(code, choices, writing);
        return typed.ok && changesBetween(words, codeWords(typed.value, choices, writing)).length === 0;
      },
      saved: ({ code }) => this.pages.done(reply, conferenceId, 'codes', `The code ${code} is saved.`),
      show: (page, status) => this.send({ request, reply, conference }, page, status),
    });
  }

  private async send(answering: Answering, page: ShownEdit<Code>, status: number) {
    const { conference } = answering;
    const { thing, shown, version, isConflict } = page;
    const choices = await this.makeCodes.choices(this.dataSource.manager, conference);
    const { used } = (await this.codes.uses(conference.id, [thing.id])).get(thing.id) ?? { used: 0 };
    const action = thingPath(conference.id, 'codes', thing.id, 'edit');
    const change = isConflict ? await this.lastChange.of(conference.id, thing) : null;
    const thingPage = {
      part: 'codes',
      heading: `Change the code ${thing.code}`,
      action,
      shown,
      hidden: { version: String(version) },
      saveLabel: isConflict ? 'Save mine in place of theirs' : 'Save the changes',
      notice: <Meanwhile what="code" change={change} reloadPath={action} />,
      children: (
        <>
          <p class="govuk-body">
            Now: {doesInWords(thing, choices).join(', ')}. Used {used} times. What was booked with it stays as
            it was booked. Whom and what it is for cannot be changed: make another code for that.
          </p>
          <CodeFields form={shown} />
        </>
      ),
    } as const;
    return this.pages.sendThing(answering, thingPage, status);
  }
}
