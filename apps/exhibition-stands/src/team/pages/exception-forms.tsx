import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import {
  BackLink,
  form,
  FormErrors,
  pickFields,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { spanOfKey } from '../domain/slots.js';
import { OpenMember } from '../open-member.js';
import { SayAvailability } from '../say-availability.js';
import { ExceptionButtons, ExceptionFields, exceptionNames } from './exceptions-part.js';
import type { SaidPlace } from './said-place.js';

/** The page of exceptions: "except my fringe at 14:00". */
@Injectable()
export class ExceptionForms {
  constructor(
    private readonly site: Site,
    private readonly members: OpenMember,
    private readonly say: SayAvailability,
  ) {}

  show(request: FastifyRequest, reply: FastifyReply, place: SaidPlace) {
    return this.sendForm(request, reply, place, form({ day: '', from: '', until: '', why: '' }));
  }

  async save(request: FastifyRequest, reply: FastifyReply, place: SaidPlace) {
    const sent = submittedValues(request.body);
    const gone = spanOfKey(textIn(sent, 'remove'));
    if (gone !== null) {
      await this.say.takeBack(place.who, gone);
      const text = 'The exception is taken back.';
      return this.site.redirect(reply, place.path(), { type: 'success', text });
    }
    const values = pickFields(sent, exceptionNames);
    const typed = (name: (typeof exceptionNames)[number]) => textIn(values, name);
    try {
      const input = { day: typed('day'), from: typed('from'), until: typed('until'), why: typed('why') };
      await this.say.except(place.who, input);
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        const said = form(values, [{ field: '', message: error.detail }]);
        return this.sendForm(request, reply, place, said, 409);
      }
      const shown = form(values, refusedFields(error, exceptionNames));
      return this.sendForm(request, reply, place, shown, 422);
    }
    return this.site.redirect(reply, place.path(), { type: 'success', text: 'The exception is saved.' });
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    place: SaidPlace,
    shown: Form,
    status = 200,
  ) {
    const { row, exhibition } = await this.members.read(place.who);
    const heading = place.isOwn ? 'When are you not there?' : `When is ${row.name} not there?`;
    const page = {
      title: `${heading} ${exhibition.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={place.path()}>{place.back}</BackLink>,
      main: (
        <>
          <FormErrors form={shown} />
          <span class="govuk-caption-l">{exhibition.title}</span>
          <h1 class="govuk-heading-xl">{heading}</h1>
          <form method="post" action={place.path('exceptions')} novalidate>
            <ExceptionFields form={shown} exhibition={exhibition} />
            <ExceptionButtons back={place.path()} />
          </form>
        </>
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}
