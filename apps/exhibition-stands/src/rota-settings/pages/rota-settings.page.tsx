import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { form, pickFields, readVersion, refusedFields, submittedValues, type Form } from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { isEnded } from '../../exhibitions/domain/status.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionForms, isProblem } from '../../exhibitions/pages/exhibition-forms.js';
import { ChangeRotaSettings } from '../change-rota-settings.js';
import { fillSettings, readSettings, SettingsFields, settingsNames } from '../form/rota-settings-form.js';
import { balanceInWords } from '../in-words.js';

/** Which rules the rota keeps, and what matters how much. */
@Controller('stands/manage/:id/rota/settings')
export class RotaSettingsPage {
  constructor(
    private readonly forms: ExhibitionForms,
    private readonly exhibitions: FindExhibition,
    private readonly change: ChangeRotaSettings,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    if (isEnded(exhibition.status)) return this.refuse(reply, exhibition);
    return this.ask(request, reply, exhibition, form(fillSettings(exhibition)));
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, settingsNames);
    const version = readVersion(sent) ?? 0;
    const exhibition = await this.exhibitions.byId(id);
    const input = readSettings(values, exhibition);
    try {
      return this.saved(reply, await this.change.run(actorOf(request), { id, version }, input));
    } catch (error) {
      if (isProblem(error, 409)) {
        if (isEnded(exhibition.status)) return this.refuse(reply, exhibition);
        if (this.change.saysAlready(exhibition, input)) return this.saved(reply, exhibition);
        return this.ask(request, reply, exhibition, form(values), { status: 409, seen: version });
      }
      const shown = form(values, refusedFields(error, settingsNames));
      return this.ask(request, reply, { ...exhibition, version }, shown, { status: 422 });
    }
  }

  private saved(reply: FastifyReply, { id, weights }: Exhibition) {
    const text = `The rules are saved; the next fill goes by them. ${balanceInWords(weights)}`;
    return this.forms.done(reply, id, undefined, text);
  }

  private refuse(reply: FastifyReply, { id }: Exhibition) {
    return this.forms.undone(reply, id, undefined, 'The exhibition is over or was cancelled, so this stays.');
  }

  private ask(
    request: FastifyRequest,
    reply: FastifyReply,
    exhibition: Exhibition,
    shown: Form,
    { status, seen }: { readonly status: number; readonly seen?: number } = { status: 200 },
  ) {
    const page = {
      exhibition,
      heading: 'Rules of the rota',
      part: 'rota/settings',
      form: shown,
      saveLabel: 'Save the rules',
      ...(seen !== undefined && { seen }),
      children: (
        <>
          <p class="govuk-body">As things stand: {balanceInWords(exhibition.weights)}</p>
          <SettingsFields form={shown} settings={exhibition} />
        </>
      ),
    };
    return this.forms.send(request, reply, page, status);
  }
}
