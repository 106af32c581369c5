import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { form, readVersion, Site, submittedValues } from '#ui';
import { managePath } from '../addresses.js';
import { DeleteDraft } from '../delete-draft.js';
import type { Visit } from '../domain/visit.js';
import { FindVisit } from '../find-visit.js';
import { VisitForms, isProblem } from './visit-forms.js';

/** Deletes a draft for good, once that is confirmed. */
@Controller('visits/manage/:id/delete')
export class DeleteDraftPage {
  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly deleteDraft: DeleteDraft,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return visit.status === 'draft' ? this.ask(request, reply, visit) : this.refuse(reply, visit);
  }

  @Post()
  async remove(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = readVersion(submittedValues(body)) ?? 0;
    try {
      const { title } = await this.deleteDraft.run({ id, version });
      return this.site.redirect(reply, managePath, {
        type: 'success',
        text: `The draft “${title}” is deleted.`,
      });
    } catch (error) {
      // A second press of the button: what it asks for is done.
      if (isProblem(error, 404)) {
        const text = 'There is no such draft any more: it is deleted already.';
        return this.site.redirect(reply, managePath, { type: 'important', text });
      }
      const visit = await this.visits.byId(id);
      if (visit.status !== 'draft') return this.refuse(reply, visit);
      if (isProblem(error, 409)) return this.ask(request, reply, visit, version);
      throw error;
    }
  }

  private refuse(reply: FastifyReply, { id, title }: Visit) {
    const text = `“${title}” has been announced, so people know of it. Cancel it instead; they will read why.`;
    return this.forms.undone(reply, id, undefined, text);
  }

  /** @param seen the version that the person saw, where somebody changed the draft meanwhile */
  private ask(request: FastifyRequest, reply: FastifyReply, visit: Visit, seen?: number) {
    return this.forms.send(
      request,
      reply,
      {
        visit,
        heading: `Delete the draft “${visit.title}”?`,
        part: 'delete',
        form: form(),
        saveLabel: 'Delete the draft',
        isWarning: true,
        cancelLabel: 'Keep it',
        ...(seen !== undefined && { seen }),
        children: (
          <p class="govuk-body">
            The draft and all that was planned for it – budget, risks, documents and history – are gone then,
            and cannot be brought back.
          </p>
        ),
      },
      seen === undefined ? 200 : 409,
    );
  }
}
