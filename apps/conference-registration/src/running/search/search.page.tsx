import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, EmptyState, FilterForm, Input, plural, Site } from '#ui';
import { managePath } from '../../manage/addresses.js';
import { textOf } from '../../money/domain/invoice-list.js';
import { searchPath } from '../addresses.js';
import { everything, type ListQuery } from '../lists/domain/list-query.js';
import { FindBookings, type ListedBookings } from '../lists/find-bookings.js';
import { FindDelegates, type ListedDelegates } from '../lists/find-delegates.js';
import { BookingsTable } from '../lists/pages/bookings-table.js';
import { DelegatesTable } from '../lists/pages/delegates-table.js';
import { FindThings, type FoundThings } from './find-things.js';
import { ThingsView } from './things.view.js';

/** How many of each are shown: whoever looks for somebody uses more words. */
const mostShown = 25;

/** Looks for people, organisations, those who wait, references, codes and invoices in all conferences. */
@Controller('conference/manage/search')
export class SearchPage {
  constructor(
    private readonly site: Site,
    private readonly bookings: FindBookings,
    private readonly delegates: FindDelegates,
    private readonly things: FindThings,
  ) {}

  @Get()
  async show(@Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const text = textOf(query, 'q');
    const list = { ...everything, text, state: 'any' } as const;
    const found =
      text === ''
        ? null
        : await Promise.all([
            this.bookings.list(null, list, mostShown),
            this.delegates.list(null, list, mostShown),
            this.things.run(text, mostShown),
          ]);
    return this.site.send(request, reply, {
      title: text === '' ? 'Search all conferences' : `Search all conferences: ${text}`,
      noIndex: true,
      before: <BackLink href={managePath}>Manage conferences</BackLink>,
      main: (
        <>
          <h1 class="govuk-heading-xl">Search all conferences</h1>
          <FilterForm action={searchPath} label="All conferences" show="Search" all={null}>
            <Input
              name="q"
              type="search"
              label="Name, email address, phone number, organisation, reference, code, purchase order or invoice number"
              value={text}
            />
          </FilterForm>
          {found !== null && <Found bookings={found[0]} delegates={found[1]} things={found[2]} />}
        </>
      ),
    });
  }
}

interface FoundProps {
  readonly bookings: ListedBookings;
  readonly delegates: ListedDelegates;
  readonly things: FoundThings;
}

function Found({ bookings, delegates, things }: FoundProps) {
  const { codes, waiting, customers, documents } = things;
  const others = [codes, waiting, customers, documents];
  if (bookings.total + delegates.total === 0 && others.every(({ length }) => length === 0)) {
    return (
      <EmptyState titleText="Nothing was found">
        <p class="govuk-body">Try fewer words, a part of a name, or the last digits of a phone number.</p>
      </EmptyState>
    );
  }
  return (
    <>
      {bookings.total > 0 && (
        <BookingsTable
          caption={shownOf(bookings.items.length, bookings.total, 'booking')}
          bookings={bookings.items}
          withConference
        />
      )}
      {delegates.total > 0 && (
        <DelegatesTable
          caption={shownOf(delegates.items.length, delegates.total, 'delegate')}
          delegates={delegates.items}
          withConference
        />
      )}
      <ThingsView {...things} />
    </>
  );
}

const shownOf = (shown: number, total: number, what: string): string =>
  shown < total ? `The first ${shown} of ${plural(total, what)}` : plural(total, what);
