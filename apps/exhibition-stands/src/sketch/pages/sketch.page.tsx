import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import {
  BackLink,
  Button,
  EmptyState,
  form,
  pickFields,
  readVersion,
  refusedFields,
  rowsTogether,
  Site,
  submittedValues,
  type Form,
} from '#ui';
import { manageExhibitionPath, managePath } from '../../exhibitions/addresses.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { isEnded } from '../../exhibitions/domain/status.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionForms, isProblem } from '../../exhibitions/pages/exhibition-forms.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { ChangeSketch } from '../change-sketch.js';
import { fillSketch, readSketch, SketchFields, sketchNames, thingRows } from '../form/sketch-form.js';
import { Floor } from './floor.js';

/** The floor of a stand: seen, printed, and drawn by a form. */
@Controller('stands/manage/:id/sketch')
export class SketchPage {
  constructor(
    private readonly site: Site,
    private readonly forms: ExhibitionForms,
    private readonly exhibitions: FindExhibition,
    private readonly sketches: ChangeSketch,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    const sketch = await this.sketches.of(id);
    return this.site.send(request, reply, {
      title: `Floor: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: (
        <ExhibitionFrame exhibition={exhibition} heading="Floor" current="sketch">
          {!isEnded(exhibition.status) && (
            <Button href={manageExhibitionPath(id, 'sketch/edit')} classes="cn-no-print">
              {sketch === null ? 'Draw the floor' : 'Change the floor'}
            </Button>
          )}
          {sketch === null ? (
            <EmptyState titleText="Nothing is drawn yet">
              <p class="govuk-body">
                Give the size of the stand and where tables, banners and sockets are: whoever builds it up
                prints the drawing.
              </p>
            </EmptyState>
          ) : (
            <Floor sketch={sketch} title={exhibition.title} />
          )}
        </ExhibitionFrame>
      ),
    });
  }

  @Get('edit')
  async edit(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    if (isEnded(exhibition.status)) return this.refuse(reply, exhibition);
    return this.ask(request, reply, exhibition, form(fillSketch(await this.sketches.of(id))));
  }

  @Post('edit')
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = rowsTogether(pickFields(sent, sketchNames), thingRows);
    const version = readVersion(sent) ?? 0;
    const input = readSketch(values);
    const saved = () => this.forms.done(reply, id, 'sketch', 'The floor is saved.');
    try {
      await this.sketches.run(actorOf(request), { id, version }, input);
      return saved();
    } catch (error) {
      const exhibition = await this.exhibitions.byId(id);
      if (isProblem(error, 409)) {
        if (isEnded(exhibition.status)) return this.refuse(reply, exhibition);
        if (this.sketches.saysAlready(await this.sketches.of(id), input)) return saved();
        return this.ask(request, reply, exhibition, form(values), { status: 409, seen: version });
      }
      const shown = form(values, refusedFields(error, sketchNames));
      return this.ask(request, reply, { ...exhibition, version }, shown, { status: 422 });
    }
  }

  private refuse(reply: FastifyReply, { id }: Exhibition) {
    return this.forms.undone(reply, id, 'sketch', 'The exhibition is over or was cancelled, so this stays.');
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
      heading: 'Draw the floor',
      part: 'sketch/edit',
      backPart: 'sketch',
      form: shown,
      saveLabel: 'Save the floor',
      ...(seen !== undefined && { seen }),
      children: <SketchFields form={shown} />,
    };
    return this.forms.send(request, reply, page, status);
  }
}
