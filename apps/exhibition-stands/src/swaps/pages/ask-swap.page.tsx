import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, unprocessable } from '#platform';
import { BackLink, form, Site, submittedValues, textIn, type Form } from '#ui';
import { ownPath } from '../../team/addresses.js';
import { ownSwapPath } from '../addresses.js';
import { AskForSwap, checkNote, type AskedFor } from '../ask-for-swap.js';
import { ReadChoices } from '../read-choices.js';
import { AskSwapView, NoSwapView } from './ask-swap.view.js';

interface Asked {
  readonly secret: string;
  readonly assignmentId: string;
  readonly query: unknown;
  readonly shown: Form;
}

/** Where a volunteer asks another to swap a shift, or to take it. */
@Controller('stands/team/:secret/shifts/:assignmentId/swap')
export class AskSwapPage {
  constructor(
    private readonly site: Site,
    private readonly choices: ReadChoices,
    private readonly ask: AskForSwap,
  ) {}

  @Get()
  show(
    @Param('secret') secret: string,
    @Param('assignmentId') assignmentId: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send(request, reply, { secret, assignmentId, query, shown: form() });
  }

  @Post()
  async begin(
    @Param('secret') secret: string,
    @Param('assignmentId') assignmentId: string,
    @Query() query: unknown,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = submittedValues(body);
    try {
      const wanted = readWanted(textIn(values, 'with'));
      const note = checkNote(textIn(values, 'note'));
      if (!note.ok) throw unprocessable(note.problems);
      const id = await this.ask.run({ secret }, assignmentId, wanted, note.value ?? '', request.id);
      const text = 'They have been written to. Until they say yes, nothing changes.';
      return await this.site.redirect(reply, ownSwapPath(secret, id), { type: 'success', text });
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      const errors =
        error.fields.length > 0
          ? error.fields.map(({ field, message }) => ({ field, message }))
          : [{ field: '', message: error.detail }];
      const shown = form(values, errors);
      return this.send(request, reply, { secret, assignmentId, query, shown }, error.status);
    }
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    { secret, assignmentId, query, shown }: Asked,
    status = 200,
  ) {
    const found = await this.choices.of(secret, assignmentId).catch((error: unknown) => {
      if (error instanceof Problem && error.status === 409) return error;
      throw error;
    });
    const page = {
      title: 'Swap a shift',
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={ownPath(secret)}>Your page</BackLink>,
      main:
        found instanceof Problem ? (
          <NoSwapView why={found.detail} secret={secret} />
        ) : (
          <AskSwapView
            choices={found}
            secret={secret}
            form={shown}
            part={textIn(submittedValues(query), 'show')}
          />
        ),
    };
    return this.site.send(request, reply, page, found instanceof Problem ? found.status : status);
  }
}

/** @throws Problem 422 where nothing was chosen */
function readWanted(text: string): AskedFor {
  const [kind = '', id = ''] = text.split('/');
  if (kind === 'shift' && id !== '') return { assignmentId: id };
  if (kind === 'person' && id !== '') return { memberId: id };
  throw unprocessable([
    {
      field: 'with',
      code: 'required',
      message: 'Choose a shift that you would like instead, or who takes yours.',
    },
  ]);
}
