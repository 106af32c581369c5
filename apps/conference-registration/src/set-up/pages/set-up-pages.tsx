import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren, VNode } from 'preact';
import { BackLink, FormPage, Site, type Form, type FormPageProps } from '#ui';
import type { ConferenceRow } from '../../conferences/conference.entity.js';
import { StaffConferences } from '../../conferences/staff-conferences.js';
import { managePath, manageConferencePath, type ConferencePart } from '../../manage/addresses.js';
import { ConferenceNavigation } from '../../manage/conference-navigation.js';

/** The parts of a conference that are set up here, as their pages are headed. */
export const partTitles = {
  tickets: 'Tickets and prices',
  allocations: 'Free places',
  pools: 'Limits',
  codes: 'Codes',
  questions: 'Questions',
} as const satisfies Partial<Record<ConferencePart, string>>;

export type SetUpPart = keyof typeof partTitles;

/** A form, or a question, about one thing of a conference. */
export interface ThingPage extends Pick<
  FormPageProps,
  'action' | 'hidden' | 'saveLabel' | 'isWarning' | 'cancelLabel' | 'notice'
> {
  readonly part: SetUpPart;
  /** Of the page as a whole: its heading unless given. */
  readonly title?: string;
  readonly heading: string;
  readonly shown?: Form;
  readonly children: ComponentChildren;
}

/** Who is answered. */
export interface Answering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly conference: ConferenceRow;
}

const noForm: Form = { values: {}, errors: [] };

/** How the pages leave on which staff set up what a conference offers. */
@Injectable()
export class SetUpPages {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
  ) {}

  /** @throws Problem 404 */
  conference(id: string): Promise<ConferenceRow> {
    return this.conferences.read(id);
  }

  /** Everything of one kind that a conference has, with the way to the other kinds. */
  sendList({ request, reply, conference }: Answering, part: SetUpPart, main: VNode) {
    const heading = partTitles[part];
    return this.site.send(request, reply, {
      title: `${heading}: ${conference.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Manage conferences</BackLink>,
      main: (
        <>
          <span class="govuk-caption-xl">{conference.title}</span>
          <h1 class="govuk-heading-xl">{heading}</h1>
          <ConferenceNavigation conferenceId={conference.id} current={part} />
          {main}
        </>
      ),
    });
  }

  sendThing({ request, reply, conference }: Answering, page: ThingPage, status = 200) {
    const { part, title, heading, shown = noForm, children, ...rest } = page;
    const listPath = manageConferencePath(conference.id, part);
    return this.site.send(
      request,
      reply,
      {
        title: `${title ?? heading}: ${conference.title}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={listPath}>{partTitles[part]}</BackLink>,
        main: (
          <FormPage {...rest} heading={heading} form={shown} cancelPath={listPath}>
            {children}
          </FormPage>
        ),
      },
      status,
    );
  }

  /** Back to a part of the conference, with what was done. */
  done(reply: FastifyReply, conferenceId: string, part: SetUpPart, text: string) {
    return this.site.redirect(reply, manageConferencePath(conferenceId, part), { type: 'success', text });
  }
}
