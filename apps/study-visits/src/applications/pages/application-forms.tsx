import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform';
import { ReferenceForms } from '../../references/pages/reference-forms.js';
import { partOf } from '../addresses.js';
import { AboutForms } from './about-forms.js';
import { AccessForms } from './access-forms.js';
import { AnswerForms } from './answer-forms.js';
import type { ApplicationPlace } from './application-place.js';
import { CheckForms } from './check-forms.js';
import { Overview } from './overview.js';
import { WithdrawForms } from './withdraw-forms.js';

/** The pages of an application, wherever it is looked after. */
@Injectable()
export class ApplicationForms {
  constructor(
    private readonly overview: Overview,
    private readonly about: AboutForms,
    private readonly answers: AnswerForms,
    private readonly access: AccessForms,
    private readonly references: ReferenceForms,
    private readonly check: CheckForms,
    private readonly withdraw: WithdrawForms,
  ) {}

  show(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    return this.overview.show(request, reply, place);
  }

  /** A page below it. @throws Problem 404 for one that there is not */
  showPart(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace, name: string) {
    const part = partOf(name);
    switch (part) {
      case 'about':
        return this.about.show(request, reply, place);
      case 'why':
      case 'bringBack':
      case 'supporter':
        return this.answers.show(request, reply, place, part);
      case 'access':
        return this.access.show(request, reply, place);
      case 'reference':
        return this.references.show(request, reply, place);
      case 'check':
        return this.check.show(request, reply, place);
      case 'withdraw':
        return this.withdraw.show(request, reply, place);
      case 'remind':
      case 'link':
      case null:
        throw notFound();
    }
  }

  /** What such a page sends. @throws Problem 404 for one that there is not */
  savePart(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace, name: string) {
    const part = partOf(name);
    switch (part) {
      case 'about':
        return this.about.save(request, reply, place);
      case 'why':
      case 'bringBack':
      case 'supporter':
        return this.answers.save(request, reply, place, part);
      case 'access':
        return this.access.save(request, reply, place);
      case 'reference':
        return this.references.save(request, reply, place);
      case 'remind':
        return this.references.remind(request, reply, place);
      case 'check':
        return this.check.save(request, reply, place);
      case 'withdraw':
        return this.withdraw.save(request, reply, place);
      case 'link':
        return this.overview.send(request, reply, place);
      case null:
        throw notFound();
    }
  }
}
