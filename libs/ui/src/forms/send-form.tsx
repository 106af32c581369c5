import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink } from '../components/back-link.js';
import type { Site } from '../site/site.js';
import { FormPage, type FormPageProps } from './form-page.js';

/** A page that is one form. */
export interface SentForm extends Omit<FormPageProps, 'cancelPath'> {
  /** What stands in the browser's title; without it, the heading. */
  readonly title?: string;
  /** Where one goes back to without saving, and what the way there is called: "Back". */
  readonly back: string;
  readonly backText?: string;
}

/**
 * Shows a page that is one form, for one person and no search engine.
 *
 * @param status without it 422 where something in the form needs attention, else 200
 */
export function sendForm(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { title, back, backText = 'Back', ...shown }: SentForm,
  status?: number,
) {
  const hasErrors = shown.form.errors.length > 0;
  const page = {
    title: title ?? shown.heading,
    hasErrors,
    noIndex: true,
    before: <BackLink href={back}>{backText}</BackLink>,
    main: <FormPage {...shown} cancelPath={back} />,
  };
  return site.send(request, reply, page, status ?? (hasErrors ? 422 : 200));
}
