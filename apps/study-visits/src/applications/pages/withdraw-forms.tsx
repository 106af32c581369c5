import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { form, sendForm, Site } from '#ui';
import { OpenApplication } from '../open-application.js';
import { WithdrawApplication } from '../withdraw-application.js';
import { minePath } from '../addresses.js';
import type { ApplicationPlace } from './application-place.js';

/** Withdrawing an application, confirmed on a page of its own. */
@Injectable()
export class WithdrawForms {
  constructor(
    private readonly site: Site,
    private readonly applications: OpenApplication,
    private readonly withdraw: WithdrawApplication,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const { row } = await this.applications.read(place.who);
    if (row.status === 'withdrawn') return this.site.redirect(reply, place.path());
    return this.send(request, reply, place, null);
  }

  async save(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const { row, viewer } = await this.applications.read(place.who);
    try {
      await this.withdraw.run(place.who, { actor: null, correlationId: request.id });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return this.send(request, reply, place, error);
    }
    const text = row.status === 'draft' ? 'The draft is deleted.' : 'The application is withdrawn.';
    // It is theirs no more whose contact looked after it.
    return this.site.redirect(reply, viewer === 'contact' ? minePath : place.path(), {
      type: 'success',
      text,
    });
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    place: ApplicationPlace,
    problem: Problem | null,
  ) {
    const { row, visit, viewer } = await this.applications.read(place.who);
    const isDraft = row.status === 'draft';
    const whose =
      viewer === 'contact' ? `the draft of ${row.name}` : isDraft ? 'your draft' : 'your application';
    const heading = isDraft ? `Delete ${whose}?` : `Withdraw ${whose}?`;
    return sendForm(
      this.site,
      request,
      reply,
      {
        title: `${heading} ${visit.title}`,
        heading,
        back: place.path(),
        backText: 'The application',
        action: place.path('withdraw'),
        form: form({}, problem === null ? [] : [{ field: '', message: problem.detail }]),
        saveLabel: isDraft ? 'Delete the draft' : 'Withdraw the application',
        isWarning: true,
        cancelLabel: 'Keep it',
        children: (
          <p class="govuk-body">
            {isDraft
              ? 'What is written in it can be seen by nobody but staff then, and is deleted for good after a month. One can apply anew while applications are open.'
              : 'It takes part in the choice no more. What you said you need is deleted at once, the rest a month later. You can apply anew while applications are open.'}
          </p>
        ),
      },
      problem === null ? 200 : 409,
    );
  }
}
