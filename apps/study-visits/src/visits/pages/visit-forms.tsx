import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { Problem } from '#platform';
import { sendForm, Site, type Form, type SentForm, type SubmittedValues } from '#ui';
import { manageVisitPath } from '../addresses.js';
import type { Visit } from '../domain/visit.js';
import { VisitHistory } from '../visit-history.js';
import { VisitMeanwhile } from './history-entries.js';

/** A form about a visit, as its page shows it. */
export interface VisitForm {
  readonly visit: Visit;
  readonly heading: string;
  /** The rest of the address that it is sent to: `edit`. */
  readonly part: string;
  /** The part that one goes back to; left out for the visit itself. */
  readonly backPart?: string;
  readonly form: Form;
  readonly hidden?: SubmittedValues;
  readonly saveLabel: string;
  readonly cancelLabel?: string;
  readonly isWarning?: boolean;
  /** The version that the person saw, where somebody changed the visit meanwhile. */
  readonly seen?: number;
  readonly children: ComponentChildren;
}

/** Shows forms about a visit, and what somebody else changed while one was open. */
@Injectable()
export class VisitForms {
  constructor(
    private readonly site: Site,
    private readonly history: VisitHistory,
  ) {}

  async send(request: FastifyRequest, reply: FastifyReply, shown: VisitForm, status = 200) {
    const { visit, seen } = shown;
    const back = manageVisitPath(visit.id, shown.backPart);
    const action = manageVisitPath(visit.id, shown.part);
    const since = seen === undefined ? [] : await this.history.since(visit.id, seen);
    const isReplacing = since.length > 0 && shown.isWarning !== true;
    const page: SentForm = {
      ...(shown.cancelLabel !== undefined && { cancelLabel: shown.cancelLabel }),
      title: `${shown.heading}: ${visit.title}`,
      back,
      backText: visit.title,
      heading: shown.heading,
      action,
      form: shown.form,
      hidden: { version: String(visit.version), ...shown.hidden },
      saveLabel: isReplacing ? 'Save mine in place of theirs' : shown.saveLabel,
      isWarning: shown.isWarning ?? false,
      notice: <VisitMeanwhile since={since} reloadPath={action} />,
      children: shown.children,
    };
    return sendForm(this.site, request, reply, page, status);
  }

  /** Leads on, saying what was done. */
  done(reply: FastifyReply, id: string, part: string | undefined, text: string) {
    return this.site.redirect(reply, manageVisitPath(id, part), { type: 'success', text });
  }

  /** Leads back, saying why nothing was done. */
  undone(reply: FastifyReply, id: string, part: string | undefined, text: string) {
    return this.site.redirect(reply, manageVisitPath(id, part), { type: 'important', text });
  }
}

/** Whether what was thrown is a problem of this status. */
export const isProblem = (error: unknown, status: number): error is Problem =>
  error instanceof Problem && error.status === status;
