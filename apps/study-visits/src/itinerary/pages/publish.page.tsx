import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound } from '#platform';
import { BackLink, form, plural, readVersion, Site, submittedValues } from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { itineraryPath } from '../addresses.js';
import { PublishItinerary } from '../publish-itinerary.js';
import { ReadNews } from '../read-news.js';
import { PublishView, SeenView, VersionsView, VersionView } from './publish.view.js';

/** Publishes an itinerary; shows what was published, and who has seen it. */
@Controller('visits/manage/:id/itinerary')
export class PublishPage {
  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly publish: PublishItinerary,
    private readonly news: ReadNews,
  ) {}

  @Get('publish')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const pending = await this.publish.pending(visit);
    if (pending.changes.length === 0 && pending.told.length === 0) {
      return this.forms.undone(
        reply,
        id,
        'itinerary',
        'Nothing is different from what travellers read already.',
      );
    }
    return this.forms.send(request, reply, {
      visit,
      heading: pending.number === 1 ? 'Publish the itinerary' : 'Publish what has changed',
      part: 'itinerary/publish',
      backPart: 'itinerary',
      form: form(),
      hidden: { version: String(pending.number) },
      saveLabel:
        pending.told.length === 0
          ? 'Publish it'
          : `Publish it and tell ${plural(pending.told.length, 'traveller')}`,
      cancelLabel: 'Not yet',
      children: <PublishView pending={pending} />,
    });
  }

  @Post('publish')
  async run(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    try {
      const number = readVersion(submittedValues(request.body)) ?? 0;
      const { told } = await this.publish.run(actorOf(request), id, number);
      const text = `Version ${number} is published. ${plural(told.length, 'traveller is', 'travellers are')} told.`;
      return await this.forms.done(reply, id, 'itinerary', text);
    } catch (error) {
      if (!isProblem(error, 409)) throw error;
      return this.forms.undone(reply, id, 'itinerary', error.detail);
    }
  }

  @Get('seen')
  async seen(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Who has seen it: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={itineraryPath(id)}>Itinerary</BackLink>,
      main: <SeenView visit={visit} seen={await this.news.of(visit.id)} />,
    });
  }

  @Get('versions')
  async versions(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Versions: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={itineraryPath(id)}>Itinerary</BackLink>,
      main: <VersionsView visit={visit} versions={await this.publish.versions(visit.id)} />,
    });
  }

  @Get('versions/:number')
  async version(
    @Param('id') id: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const version = (await this.publish.versions(visit.id)).find((each) => String(each.number) === number);
    if (version === undefined) throw notFound('There is no such version of this itinerary.');
    return this.site.send(request, reply, {
      title: `Version ${number}: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={itineraryPath(id, 'versions')}>Versions</BackLink>,
      main: <VersionView visit={visit} version={version} />,
    });
  }
}
