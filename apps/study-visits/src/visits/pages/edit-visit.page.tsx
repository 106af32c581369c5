import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound } from '#platform';
import { form, pickFields, readVersion, refusedFields, submittedValues, type Form } from '#ui';
import { isEnded } from '../domain/status.js';
import type { Visit } from '../domain/visit.js';
import { EditVisit } from '../edit-visit.js';
import { FindVisit } from '../find-visit.js';
import { visitSections, type VisitSection } from '../form/sections.js';
import { isProblem, VisitForms } from './visit-forms.js';

/** Changes what a visit says of itself, a section at a time. */
@Controller('visits/manage/:id/edit')
export class EditVisitPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly edit: EditVisit,
  ) {}

  @Get()
  showFirst(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.open(request, reply, id, sectionOf('edit'));
  }

  @Get(':section')
  show(
    @Param('id') id: string,
    @Param('section') section: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.open(request, reply, id, sectionOf(`edit/${section}`));
  }

  @Post()
  saveFirst(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.keep(request, reply, { id, body, section: sectionOf('edit') });
  }

  @Post(':section')
  save(
    @Param('id') id: string,
    @Param('section') section: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.keep(request, reply, { id, body, section: sectionOf(`edit/${section}`) });
  }

  private async open(request: FastifyRequest, reply: FastifyReply, id: string, section: VisitSection) {
    const visit = await this.visits.byId(id);
    if (isEnded(visit.status)) return this.refuse(reply, visit);
    return this.ask(request, reply, { visit, section, shown: form(section.fill(visit)), status: 200 });
  }

  private async keep(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, body, section }: { readonly id: string; readonly body: unknown; readonly section: VisitSection },
  ) {
    const sent = submittedValues(body);
    const values = section.tidy(pickFields(sent, section.names));
    const version = readVersion(sent) ?? 0;
    const change = section.read(values);
    try {
      return this.saved(reply, await this.edit.run(actorOf(request), { id, version }, change));
    } catch (error) {
      const visit = await this.visits.byId(id);
      if (isProblem(error, 409)) {
        if (isEnded(visit.status)) return this.refuse(reply, visit);
        // Saved by a first press of the same button.
        if (this.edit.saysAlready(visit, change)) return this.saved(reply, visit);
        return this.ask(request, reply, { visit, section, shown: form(values), status: 409, seen: version });
      }
      const shown = form(values, refusedFields(error, section.names));
      return this.ask(request, reply, { visit: { ...visit, version }, section, shown, status: 422 });
    }
  }

  private saved(reply: FastifyReply, { id, title }: Visit) {
    return this.forms.done(reply, id, undefined, `“${title}” is saved.`);
  }

  private refuse(reply: FastifyReply, { id, title, status }: Visit) {
    const text = `“${title}” ${status === 'over' ? 'is over' : 'was cancelled'}, so it stays as it was. Copy it to plan another.`;
    return this.forms.undone(reply, id, undefined, text);
  }

  private ask(request: FastifyRequest, reply: FastifyReply, asked: AskedSection) {
    const { visit, section, shown, status, seen } = asked;
    const page = {
      visit,
      heading: section.heading,
      part: section.part,
      form: shown,
      saveLabel: 'Save the changes',
      ...(seen !== undefined && { seen }),
      children: section.fields(shown, visit),
    };
    return this.forms.send(request, reply, page, status);
  }
}

interface AskedSection {
  readonly visit: Visit;
  readonly section: VisitSection;
  readonly shown: Form;
  readonly status: number;
  /** The version that the person saw, where somebody changed the visit meanwhile. */
  readonly seen?: number;
}

/** @throws Problem 404 for a section that there is not */
function sectionOf(part: string): VisitSection {
  const section = visitSections.find((each) => each.part === part);
  if (section === undefined) throw notFound();
  return section;
}
