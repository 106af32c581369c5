import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem } from '#platform';
import { BackLink, form, FormErrors, plural, Site, textIn, type Form } from '#ui';
import { decodeText } from '#csv';
import { receiveForm } from '#uploads';
import { manageVisitPath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { travelPart } from '../addresses.js';
import { LookedAtView, SendListView } from './list.view.js';
import { TakeBookings, type LookedAt } from './take-bookings.js';

/** Files are small: the text goes along with the page on which it is looked at. In bytes. */
const mostBytes = 300 * 1024;

/** Takes a list of who is on which leg: sent, looked at, confirmed. Between the two nothing is kept of it. */
@Controller('visits/manage/:id/travel/list')
export class ListPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly bookings: TakeBookings,
  ) {}

  @Get()
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.ask(request, reply, id, form());
  }

  @Post()
  async send(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { values, files } = await receiveForm(request, { mostBytes, mostFiles: 1 });
    const confirmed = textIn(values, 'text');
    const refuse = (message: string, status = 422) =>
      this.ask(request, reply, id, form({}, [{ field: 'file', message }]), status);
    try {
      if (confirmed !== '') return await this.write(request, reply, id, confirmed);
      const file = files.get('file');
      if (file === undefined) return await refuse('Choose a CSV file of bookings.');
      if (file.isTooLarge) return await refuse('The file is larger than 300 KB. Split it into smaller ones.');
      const looked = await this.bookings.look(id, file.bytes);
      if (looked.problems.length === 0 && looked.legs.length > 0) {
        return await this.look(request, reply, id, looked, textOf(file.bytes));
      }
      return await this.look(request, reply, id, looked, null);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return refuse(error.detail, 409);
    }
  }

  private async write(request: FastifyRequest, reply: FastifyReply, id: string, text: string) {
    const bytes = Buffer.from(text);
    try {
      const { legs } = await this.bookings.write(actorOf(request), id, bytes);
      const places = legs.reduce((sum, { added, changed }) => sum + added + changed, 0);
      return await this.site.redirect(reply, manageVisitPath(id, travelPart), {
        type: 'success',
        text:
          places === 0
            ? 'Everything in the list was there already.'
            : `The list is written: ${plural(places, 'place')} on ${plural(legs.length, 'leg')}.`,
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      // Somebody changed the legs after it was looked at.
      return this.look(request, reply, id, await this.bookings.look(id, bytes), null);
    }
  }

  private async look(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    looked: LookedAt,
    text: string | null,
  ) {
    const visit = await this.visits.byId(id);
    const path = manageVisitPath(visit.id, `${travelPart}/list`);
    const hasProblems = looked.problems.length > 0;
    const page = {
      title: `Look at the list: ${visit.title}`,
      hasErrors: hasProblems,
      noIndex: true,
      before: <BackLink href={path}>Choose another file</BackLink>,
      main: <LookedAtView visit={visit} looked={looked} text={text} path={path} />,
    };
    return this.site.send(request, reply, page, hasProblems ? 422 : 200);
  }

  private async ask(request: FastifyRequest, reply: FastifyReply, id: string, shown: Form, status = 200) {
    const visit = await this.visits.byId(id);
    const back = manageVisitPath(visit.id, travelPart);
    const page = {
      title: `Bring in a list of bookings: ${visit.title}`,
      hasErrors: shown.errors.length > 0,
      noIndex: true,
      before: <BackLink href={back}>Travel</BackLink>,
      main: (
        <>
          <FormErrors form={shown} />
          <SendListView visit={visit} form={shown} back={back} />
        </>
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}

/** As it was read; the second reading is then of UTF-8. */
function textOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes, 'a CSV file');
  return decoded.ok ? decoded.text : '';
}
