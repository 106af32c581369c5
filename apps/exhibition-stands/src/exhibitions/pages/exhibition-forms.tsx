import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { Problem } from '#platform';
import { sendForm, Site, type Form, type SentForm, type SubmittedValues } from '#ui';
import { manageExhibitionPath } from '../addresses.js';
import type { Exhibition } from '../domain/exhibition.js';
import { ExhibitionHistory } from '../exhibition-history.js';
import { ExhibitionMeanwhile } from './history-entries.js';

/** A form about an exhibition, as its page shows it. */
export interface ExhibitionForm {
  readonly exhibition: Exhibition;
  readonly heading: string;
  /** The rest of the address that it is sent to: `edit`. */
  readonly part: string;
  /** The part that one goes back to; left out for the exhibition itself. */
  readonly backPart?: string;
  readonly form: Form;
  readonly hidden?: SubmittedValues;
  readonly saveLabel: string;
  readonly cancelLabel?: string;
  readonly isWarning?: boolean;
  /** The version that the person saw, where somebody changed the exhibition meanwhile. */
  readonly seen?: number;
  readonly children: ComponentChildren;
}

/** Shows forms about an exhibition, and what somebody else changed while one was open. */
@Injectable()
export class ExhibitionForms {
  constructor(
    private readonly site: Site,
    private readonly history: ExhibitionHistory,
  ) {}

  async send(request: FastifyRequest, reply: FastifyReply, shown: ExhibitionForm, status = 200) {
    const { exhibition, seen } = shown;
    const back = manageExhibitionPath(exhibition.id, shown.backPart);
    const action = manageExhibitionPath(exhibition.id, shown.part);
    const since = seen === undefined ? [] : await this.history.since(exhibition.id, seen);
    const isReplacing = since.length > 0 && shown.isWarning !== true;
    const page: SentForm = {
      ...(shown.cancelLabel !== undefined && { cancelLabel: shown.cancelLabel }),
      title: `${shown.heading}: ${exhibition.title}`,
      back,
      backText: exhibition.title,
      heading: shown.heading,
      action,
      form: shown.form,
      hidden: { version: String(exhibition.version), ...shown.hidden },
      saveLabel: isReplacing ? 'Save mine in place of theirs' : shown.saveLabel,
      isWarning: shown.isWarning ?? false,
      notice: <ExhibitionMeanwhile since={since} reloadPath={action} />,
      children: shown.children,
    };
    return sendForm(this.site, request, reply, page, status);
  }

  /** Leads on, saying what was done. */
  done(reply: FastifyReply, id: string, part: string | undefined, text: string) {
    return this.site.redirect(reply, manageExhibitionPath(id, part), { type: 'success', text });
  }

  /** Leads back, saying why nothing was done. */
  undone(reply: FastifyReply, id: string, part: string | undefined, text: string) {
    return this.site.redirect(reply, manageExhibitionPath(id, part), { type: 'important', text });
  }
}

/** Whether what was thrown is a problem of this status. */
export const isProblem = (error: unknown, status: number): error is Problem =>
  error instanceof Problem && error.status === status;
