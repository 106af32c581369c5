import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, EmptyState, renderMarkdown, Site } from '#ui';
import { visitPath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit, noSuchVisit } from '../../visits/find-visit.js';
import { learningPath } from '../addresses.js';
import { ReadNotes, type PublishedNote } from '../read-notes.js';

/** What travellers brought home, as far as they agreed that everybody may read it. */
@Controller('visits/:slug/learning')
export class LearningPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly notes: ReadNotes,
  ) {}

  @Get()
  show(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => {
      const visit = await this.visits.bySlug(slug);
      if (visit.status === 'draft') throw noSuchVisit();
      return {
        title: `What travellers learned: ${visit.title}`,
        description: `What those who travelled with “${visit.title}” brought home, in their own words.`,
        canonical: this.site.absolute(learningPath(visit.slug)),
        openGraphType: 'article' as const,
        before: <BackLink href={visitPath(visit.slug)}>{visit.title}</BackLink>,
        main: <LearningView visit={visit} notes={await this.notes.published(visit.id)} />,
      };
    });
  }
}

interface LearningProps {
  readonly visit: Visit;
  readonly notes: readonly PublishedNote[];
}

function LearningView({ visit, notes }: LearningProps) {
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">What travellers learned</h1>
      {notes.length === 0 && (
        <EmptyState titleText="Nothing is published yet">
          <p class="govuk-body">What travellers write down, and agree to publish, will be here.</p>
        </EmptyState>
      )}
      {notes.map(({ title, text, signature }, index) => (
        <article key={index} aria-labelledby={`note-${index + 1}`}>
          <h2 class="govuk-heading-l" id={`note-${index + 1}`}>
            {title}
          </h2>
          <div class="cn-prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(text) }} />
          {signature !== '' && (
            <p class="govuk-body">
              <bdi>{signature}</bdi>
            </p>
          )}
        </article>
      ))}
    </>
  );
}
