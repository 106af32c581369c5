import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { BackLink, FormPage, Site, type Form, type FormPageProps, type OwnPage } from '#ui';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';

/** The two parts of an exhibition whose pages leave by here, as they are headed. */
const partTitles = { shifts: 'Shifts', rota: 'Rota' } as const;
export type RotaPart = keyof typeof partTitles;

/** Who is answered, about which exhibition. */
export interface Answering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly exhibition: Exhibition;
}

/** A page of a part: with the way to the other parts. */
export interface PartPage extends Pick<OwnPage, 'scripts' | 'reloadWithoutScripts'> {
  readonly part: RotaPart;
  readonly heading?: string;
  readonly children: ComponentChildren;
}

/** A page about one thing of a part: a form, a question, what is to be known of it. */
export interface DetailPage {
  readonly part: RotaPart;
  readonly heading: string;
  /** Where the way back leads, the part itself unless given. */
  readonly back?: { readonly href: string; readonly text: string };
  readonly hasErrors?: boolean;
  readonly children: ComponentChildren;
}

/** The same that is one form with one button. */
export interface ThingPage
  extends
    Omit<DetailPage, 'hasErrors'>,
    Pick<FormPageProps, 'action' | 'hidden' | 'saveLabel' | 'isWarning' | 'cancelLabel' | 'notice'> {
  readonly shown?: Form;
}

const noForm: Form = { values: {}, errors: [] };

/** How the pages of shifts and rotas leave. */
@Injectable()
export class RotaPages {
  constructor(private readonly site: Site) {}

  sendPart({ request, reply, exhibition }: Answering, page: PartPage, status = 200): FastifyReply {
    const { part, heading = partTitles[part], children, ...more } = page;
    const isPart = page.heading === undefined;
    return this.site.send(
      request,
      reply,
      {
        ...more,
        title: `${heading}: ${exhibition.title}`,
        noIndex: true,
        before: (
          <BackLink href={manageExhibitionPath(exhibition.id, isPart ? undefined : part)}>
            {isPart ? exhibition.title : partTitles[part]}
          </BackLink>
        ),
        main: (
          <ExhibitionFrame exhibition={exhibition} heading={heading} current={part}>
            {children}
          </ExhibitionFrame>
        ),
      },
      status,
    );
  }

  sendDetail(answering: Answering, page: DetailPage, status = 200): FastifyReply {
    const { heading, children } = page;
    return this.sendMain(
      answering,
      page,
      status,
      <>
        <span class="govuk-caption-xl">{answering.exhibition.title}</span>
        <h1 class="govuk-heading-l">{heading}</h1>
        {children}
      </>,
    );
  }

  sendThing(answering: Answering, page: ThingPage, status = 200): FastifyReply {
    const { part, back, shown = noForm, children, ...rest } = page;
    const cancelPath = back?.href ?? manageExhibitionPath(answering.exhibition.id, part);
    const hasErrors = shown.errors.length > 0;
    return this.sendMain(
      answering,
      { ...page, hasErrors },
      status,
      <FormPage {...rest} form={shown} cancelPath={cancelPath}>
        {children}
      </FormPage>,
    );
  }

  /** Back to a page, with what was done. */
  done(reply: FastifyReply, path: string, text: string): FastifyReply {
    return this.site.redirect(reply, path, { type: 'success', text });
  }

  /** Back to a page, with why something was not done. */
  told(reply: FastifyReply, path: string, text: string): FastifyReply {
    return this.site.redirect(reply, path, { type: 'important', text });
  }

  private sendMain(
    { request, reply, exhibition }: Answering,
    { part, heading, back, hasErrors = false }: DetailPage,
    status: number,
    main: OwnPage['main'],
  ): FastifyReply {
    const { href, text } = back ?? {
      href: manageExhibitionPath(exhibition.id, part),
      text: partTitles[part],
    };
    return this.site.send(
      request,
      reply,
      {
        title: `${heading}: ${exhibition.title}`,
        noIndex: true,
        hasErrors,
        before: <BackLink href={href}>{text}</BackLink>,
        main,
      },
      status,
    );
  }
}
