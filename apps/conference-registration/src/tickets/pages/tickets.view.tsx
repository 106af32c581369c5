import { Button, ButtonGroup, EmptyState, plural, Tag } from '#ui';
import { newThingPath, orderPath, thingPath } from '../../set-up/addresses.js';
import { OrderButtons } from '../../set-up/pages/order-buttons.js';
import { shortDay } from '../../set-up/writing.js';
import { categoriesWithPrice } from '../domain/price-table.js';
import { amountInWords, formatWords, kindWords, vatInWords } from '../domain/ticket-words.js';
import type { Ticket } from '../domain/ticket.js';
import type { TakenPlaces } from '../find-taken.js';
import { PriceTable } from './price-table.js';

export interface TicketsProps {
  readonly conferenceId: string;
  readonly tickets: readonly Ticket[];
  readonly taken: ReadonlyMap<string, TakenPlaces>;
}

export function TicketsView({ conferenceId, tickets, taken }: TicketsProps) {
  const add = newThingPath(conferenceId, 'tickets');
  if (tickets.length === 0) {
    return (
      <EmptyState titleText="Nothing is on offer yet">
        <p class="govuk-body">
          Tickets and add-ons will be listed here, with what each category pays for them. Begin with the
          ticket that most people will book, such as the whole conference.
        </p>
        <Button href={add}>Add the first ticket</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <ButtonGroup>
        <Button href={add}>Add a ticket or an add-on</Button>
      </ButtonGroup>
      {tickets.map((ticket, index) => (
        <TicketSection
          ticket={ticket}
          taken={taken.get(ticket.id) ?? { confirmed: 0, held: 0 }}
          index={index}
          length={tickets.length}
        />
      ))}
    </>
  );
}

interface TicketSectionProps {
  readonly ticket: Ticket;
  readonly taken: TakenPlaces;
  readonly index: number;
  readonly length: number;
}

function TicketSection({ ticket, taken, index, length }: TicketSectionProps) {
  const { id, conferenceId, name, description, prices, withdrawnAt } = ticket;
  return (
    <section aria-labelledby={`ticket-${id}`}>
      <h2 class="govuk-heading-m" id={`ticket-${id}`}>
        {name}
      </h2>
      <Tags ticket={ticket} />
      {description !== '' && <p class="govuk-body">{description}</p>}
      <p class="govuk-body">{factsOf(ticket, taken).join(' · ')}</p>
      {categoriesWithPrice(prices).length === 0 ? (
        <p class="govuk-body">
          <strong>It has no price yet</strong>, so nobody can book it, other than places that are free for
          them.
        </p>
      ) : (
        <PriceTable name={name} prices={prices} />
      )}
      <ButtonGroup>
        <a class="govuk-link" href={thingPath(conferenceId, 'tickets', id, 'edit')}>
          Change<span class="govuk-visually-hidden">: {name}</span>
        </a>
        <a class="govuk-link" href={thingPath(conferenceId, 'tickets', id, 'withdraw')}>
          {withdrawnAt === null ? 'Take off sale or delete' : 'Put back on sale or delete'}
          <span class="govuk-visually-hidden">: {name}</span>
        </a>
      </ButtonGroup>
      <OrderButtons
        action={orderPath(conferenceId, 'tickets')}
        id={id}
        name={name}
        index={index}
        length={length}
      />
      <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
    </section>
  );
}

function Tags({ ticket: { kind, hidden, needsApproval, withdrawnAt } }: { readonly ticket: Ticket }) {
  return (
    <p class="govuk-body">
      <Tag colour={kind === 'ticket' ? 'teal' : 'purple'}>{kindWords[kind]}</Tag>{' '}
      {withdrawnAt !== null && <Tag colour="red">Off sale</Tag>} {hidden && <Tag colour="grey">Hidden</Tag>}{' '}
      {needsApproval && <Tag colour="yellow">Needs approval</Tag>}
    </p>
  );
}

/** "In person · 20% VAT · at most 6 in one booking · 12 places confirmed, 3 held" */
function factsOf(ticket: Ticket, { confirmed, held }: TakenPlaces): readonly string[] {
  const { format, days, vatBasisPoints, least, most, onSaleFrom, onSaleUntil } = ticket;
  return [
    formatWords[format],
    ...(days.length === 0 ? [] : [days.map(shortDay).join(' and ')]),
    vatBasisPoints === 0 ? 'No VAT' : `${vatInWords(vatBasisPoints)} VAT`,
    `${amountInWords(least, most)} in one booking`,
    ...(onSaleFrom === null ? [] : [`on sale from ${shortDay(onSaleFrom)}`]),
    ...(onSaleUntil === null ? [] : [`on sale until ${shortDay(onSaleUntil)}`]),
    `${plural(confirmed, 'place')} confirmed, ${held} held`,
  ];
}
