import { Details, EmptyState, listInWords, plural, ResponsiveTable } from '#ui';
import { peoplePath, personPath, seatPath } from '../../people/addresses.js';
import { termInWords } from '../../people/domain/words.js';
import { chairsAtOnce, type HeldSeat } from '../domain/board-members.js';
import type { Board } from '../read-boards.js';

export function BoardsView({ boards }: { readonly boards: readonly Board[] }) {
  return (
    <>
      <h1 class="govuk-heading-xl">Boards</h1>
      <p class="govuk-body">
        A seat is given on the page of whoever gets it:{' '}
        <a class="govuk-link" href={peoplePath}>
          find the person
        </a>
        .
      </p>
      {boards.map((board) => (
        <OneBoard key={board.slug} board={board} />
      ))}
    </>
  );
}

function OneBoard({ board }: { readonly board: Board }) {
  const chairs = chairsAtOnce(board.now);
  return (
    <section aria-labelledby={board.slug}>
      <h2 class="govuk-heading-m" id={board.slug}>
        {board.name}
      </h2>
      {chairs.length > 0 && (
        <p class="cn-status cn-status--postponed">
          {listInWords(chairs.map(({ personName }) => personName))} are entered as chair at the same time.
          Change one of the seats, unless that is meant.
        </p>
      )}
      {board.now.length === 0 ? (
        <EmptyState titleText="Nobody sits on it now" headingLevel={3}>
          <p class="govuk-body">Its members will be listed here, with the terms of their seats.</p>
        </EmptyState>
      ) : (
        <Seats caption={`${plural(board.now.length, 'member')} now`} seats={board.now} board={board} />
      )}
      {board.toCome.length > 0 && <Seats caption="Terms to come" seats={board.toCome} board={board} />}
      {board.past.length > 0 && (
        <Details
          summaryText={`${plural(board.past.length, 'term')} that ${board.past.length === 1 ? 'is' : 'are'} over`}
        >
          <Seats caption={`Terms on the ${board.name} that are over`} seats={board.past} board={board} />
        </Details>
      )}
    </section>
  );
}

interface SeatsProps {
  readonly caption: string;
  readonly seats: readonly HeldSeat[];
  readonly board: Board;
}

function Seats({ caption, seats, board }: SeatsProps) {
  return (
    <ResponsiveTable
      caption={caption}
      captionClasses="govuk-table__caption--s"
      columns={[
        { key: 'name', heading: 'Name' },
        { key: 'position', heading: 'Position' },
        { key: 'term', heading: 'Term' },
        { key: 'change', heading: 'Change' },
      ]}
      rows={seats.map((seat) => [
        <a class="govuk-link" href={personPath(seat.personId)}>
          {seat.personName}
        </a>,
        seat.position ?? 'Member',
        termInWords(seat),
        <a class="govuk-link" href={seatPath(seat.personId, seat.id)}>
          Change or end
          <span class="govuk-visually-hidden">
            {' '}
            the seat of {seat.personName} on the {board.name}
          </span>
        </a>,
      ])}
    />
  );
}
