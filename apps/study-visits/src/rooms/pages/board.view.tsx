import { Button, EmptyState, InsetText, plural, ResponsiveTable, SummaryList, Tag } from '#ui';
import { isEnded } from '../../visits/domain/status.js';
import type { RoomsScore } from '../domain/answer.js';
import type { Hotel, VisitRooms } from '../domain/visit-rooms.js';
import { hotelPath, roomsPath, sleeperPath } from '../addresses.js';
import { kindWords, missingWords, nightWords, poundWords, shortNight, violationWords } from '../in-words.js';
import type { ShownSearch } from '../search/ask-for-rooms.js';

export interface BoardViewProps {
  readonly rooms: VisitRooms;
  readonly score: RoomsScore;
  readonly last: ShownSearch | null;
}

/** Who sleeps where, what is to be put right, and what can be done. */
export function BoardView({ rooms, score, last }: BoardViewProps) {
  const { visit, hotels, nights } = rooms;
  if (nights.length === 0)
    return (
      <EmptyState titleText="No nights">
        <p class="govuk-body">The visit begins and ends on one day, so nobody needs a room.</p>
      </EmptyState>
    );
  return (
    <>
      <p class="govuk-body cn-no-print">
        <a class="govuk-link" href={roomsPath(visit.id, 'people')}>
          Who needs a room, and what they said
        </a>
      </p>
      {hotels.length === 0 ? (
        <EmptyState titleText="No hotels yet">
          <p class="govuk-body">
            Add a hotel with its rooms and prices. Then rooms are proposed for everybody, or given by hand.
          </p>
        </EmptyState>
      ) : (
        <State rooms={rooms} score={score} last={last} />
      )}
      <p class="govuk-body cn-no-print">
        <a class="govuk-button govuk-button--secondary" href={roomsPath(visit.id, 'hotels/new')}>
          Add a hotel
        </a>
      </p>
      {hotels.map((hotel) => (
        <HotelBoard key={hotel.id} rooms={rooms} hotel={hotel} />
      ))}
    </>
  );
}

function State({ rooms, score, last }: BoardViewProps) {
  const { visit } = rooms;
  const { violations, parts } = score;
  const without = violations.filter(({ rule }) => rule === 'no-room');
  const others = violations.filter(({ rule }) => rule !== 'no-room');
  const people = new Set(without.flatMap(({ travellers }) => travellers));
  return (
    <>
      <LastSearch rooms={rooms} last={last} />
      {others.length > 0 && (
        <section aria-labelledby="wrong">
          <h2 class="govuk-heading-m" id="wrong">
            To be put right
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {[...new Set(others.map((each) => violationWords(rooms, each)))].map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
      {people.size > 0 && (
        <section aria-labelledby="without">
          <h2 class="govuk-heading-m" id="without">
            {plural(people.size, 'person', 'people')} without a room
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {rooms.sleepers
              .filter(({ id }) => people.has(id))
              .map(({ id, name }) => {
                const theirs = without.filter(({ travellers }) => travellers.includes(id));
                return (
                  <li key={id}>
                    <a class="govuk-link" href={sleeperPath(visit.id, id, 'move')}>
                      {name}
                    </a>
                    : {plural(theirs.length, 'night')}, from{' '}
                    {nightWords(theirs.map(({ night }) => night ?? '').toSorted()[0] ?? '')}
                  </li>
                );
              })}
          </ul>
        </section>
      )}
      <SummaryList
        rows={[
          { key: 'Rooms cost', value: poundWords(parts.rooms) },
          { key: 'Everybody has a room', value: people.size === 0 ? 'Yes' : 'No' },
        ]}
      />
      {!isEnded(visit.status) && (
        <form method="post" action={roomsPath(visit.id, 'search')} class="cn-no-print">
          <p class="govuk-body">
            The best rooms are searched for: everybody has one, nobody shares unless both stated it, as few as
            can be move, and it costs as little as can be. What is found takes the place of all that is below.
          </p>
          <Button preventDoubleClick>Propose rooms</Button>
        </form>
      )}
    </>
  );
}

function LastSearch({ rooms, last }: Pick<BoardViewProps, 'rooms' | 'last'>) {
  if (last === null) return null;
  const { search, isUsed } = last;
  const { status, answer, error } = search;
  if (status === 'waiting' || status === 'running')
    return (
      <InsetText>
        Rooms are being searched for.{' '}
        <a class="govuk-link" href={roomsPath(rooms.visit.id, 'search')}>
          Look how far it is
        </a>
      </InsetText>
    );
  if (status === 'failed') return <InsetText>{error}</InsetText>;
  if (status === 'cancelled')
    return <InsetText>The last search was stopped. The rooms are as they were.</InsetText>;
  if (answer === null) return null;
  if (answer.status === 'infeasible')
    return (
      <section aria-labelledby="missing">
        <h2 class="govuk-heading-m" id="missing">
          There are not enough rooms
        </h2>
        <p class="govuk-body">
          When rooms were last searched for, these were the fewest that were missing. Ask a hotel for them, or
          change what is wished. The rooms are as they were.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {answer.missing.map((each) => (
            <li key={missingWords(each)}>{missingWords(each)}</li>
          ))}
        </ul>
      </section>
    );
  if (!isUsed)
    return (
      <InsetText>
        Rooms were found, but hotels, people or wishes had changed meanwhile, so the rooms stayed as they
        were. Propose rooms again.
      </InsetText>
    );
  const percent = (answer.gap * 100).toLocaleString('en-GB', { maximumSignificantDigits: 2 });
  return (
    <p class="govuk-body">
      {answer.status === 'proven'
        ? 'The last proposal was proven to be the best that there is.'
        : `The last proposal costs at most ${percent}% more than the best that there could be.`}
    </p>
  );
}

function HotelBoard({ rooms, hotel }: { readonly rooms: VisitRooms; readonly hotel: Hotel }) {
  const { visit, nights, sleepers } = rooms;
  const kindOf = new Map(hotel.kinds.map((kind) => [kind.id, kind]));
  const stays = rooms.stays.filter(({ offer }) => kindOf.has(offer));
  const keys = [...new Set(stays.map(({ key }) => key))].toSorted();
  const used = nights.filter((night) => stays.some((stay) => stay.night === night));
  const name = (id: string) => sleepers.find((each) => each.id === id)?.name ?? '';
  const isPinned = (id: string) => sleepers.find((each) => each.id === id)?.pin?.hotelId === hotel.id;
  return (
    <section>
      <h2 class="govuk-heading-l">{hotel.name}</h2>
      <ul class="cn-choices cn-no-print">
        <li>
          <a class="govuk-link" href={hotelPath(visit.id, hotel.id)}>
            Change the hotel<span class="govuk-visually-hidden">: {hotel.name}</span>
          </a>
        </li>
        <li>
          <a class="govuk-link" href={hotelPath(visit.id, hotel.id, 'nights')}>
            Rooms in single nights<span class="govuk-visually-hidden">: {hotel.name}</span>
          </a>
        </li>
        <li>
          <a class="govuk-link" href={hotelPath(visit.id, hotel.id, 'list')}>
            Rooming list<span class="govuk-visually-hidden">: {hotel.name}</span>
          </a>
        </li>
      </ul>
      {keys.length === 0 ? (
        <p class="govuk-body">Nobody has a room here yet.</p>
      ) : (
        <ResponsiveTable
          caption={`Who sleeps where: ${hotel.name}`}
          captionClasses="govuk-visually-hidden"
          isWide
          columns={[
            { key: 'room', heading: 'Room' },
            ...used.map((night) => ({ key: night, heading: shortNight(night) })),
          ]}
          rows={keys.map((key) => {
            const ofKey = stays.filter((stay) => stay.key === key);
            const kind = kindOf.get(ofKey[0]?.offer ?? '');
            return [
              <>
                {key}
                {kind && <span class="cn-quiet"> {kindWords(kind)}</span>}
              </>,
              ...used.map((night) => (
                <People
                  visitId={visit.id}
                  people={ofKey
                    .filter((stay) => stay.night === night)
                    .map(({ traveller }) => ({
                      id: traveller,
                      name: name(traveller),
                      isPinned: isPinned(traveller),
                    }))}
                />
              )),
            ];
          })}
        />
      )}
    </section>
  );
}

function People({
  visitId,
  people,
}: {
  readonly visitId: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly isPinned: boolean }[];
}) {
  if (people.length === 0) return <>–</>;
  return (
    <ul class="govuk-list cn-tight">
      {people.map(({ id, name, isPinned }) => (
        <li key={id}>
          <a class="govuk-link" href={sleeperPath(visitId, id)}>
            {name}
          </a>
          {isPinned && (
            <>
              {' '}
              <Tag colour="grey">Pinned</Tag>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
