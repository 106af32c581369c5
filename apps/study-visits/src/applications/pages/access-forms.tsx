import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import {
  allValues,
  Checkboxes,
  field,
  form,
  InsetText,
  pickFields,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { SaveAccess } from '../save-access.js';
import type { ApplicationPlace } from './application-place.js';

const controls = ['needs', 'agrees'] as const;

/** The step "what you need": for the applicant alone. */
@Injectable()
export class AccessForms {
  constructor(
    private readonly site: Site,
    private readonly access: SaveAccess,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const { needs } = await this.access.read(place.who);
    return this.send(request, reply, place, form({ needs, agrees: needs === '' ? '' : 'yes' }));
  }

  async save(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const values = pickFields(submittedValues(request.body), controls);
    const input = { needs: textIn(values, 'needs'), agrees: allValues(values, 'agrees').includes('yes') };
    try {
      await this.access.run(place.who, input);
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        return this.send(request, reply, place, form(values, [{ field: '', message: error.detail }]), 409);
      }
      return this.send(request, reply, place, form(values, refusedFields(error, controls)), 422);
    }
    return this.site.redirect(reply, place.path());
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    place: ApplicationPlace,
    shown: Form,
    status = 200,
  ) {
    return sendForm(
      this.site,
      request,
      reply,
      {
        heading: 'What do you need?',
        back: place.path(),
        backText: 'Your application',
        action: place.path('access'),
        form: shown,
        saveLabel: 'Save and go on',
        cancelLabel: 'Back without saving',
        children: (
          <>
            <p class="govuk-body">
              To travel, to move about and to take part: step-free ways, an interpreter, somebody who comes
              with you, medicine that has to be kept cool. You can leave it blank, and change it later.
            </p>
            <InsetText>
              We ask so that we can plan the visit for you, and for nothing else: it plays no part in who is
              chosen. It is kept encrypted, apart from your application. Only staff who plan the visit can
              open it, and each time is written down; those who choose do not see it, nor does your
              organisation. It is deleted when you withdraw, and at the latest 30 days after the visit.
            </InsetText>
            <Textarea {...field(shown, 'needs')} label={{ text: 'What you need (optional)' }} rows={6} />
            <Checkboxes
              {...field(shown, 'agrees')}
              items={[
                { value: 'yes', text: 'I agree that you keep what I wrote here to plan the visit for me' },
              ]}
            />
          </>
        ),
      },
      status,
    );
  }
}
