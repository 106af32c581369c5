import {
  Button,
  EmptyState,
  InsetText,
  momentInWords,
  Paragraphs,
  plural,
  ResponsiveTable,
  SummaryList,
} from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { papersPath } from '../addresses.js';
import type { EmergencyText } from '../domain/emergency-text.js';
import { madeOn } from '../in-words.js';
import { noLongerKept } from '../keep-paper.js';
import type { MakingRow } from '../making/making.entity.js';
import { filesKeptDays } from '../making/makings.js';
import type { Issued, IssuedTo } from './read-issued.js';

export interface PapersViewProps {
  readonly visit: Visit;
  readonly issued: readonly IssuedTo[];
  readonly text: EmergencyText;
  readonly last: MakingRow | null;
  readonly hasFiles: boolean;
  /** False once what papers say is kept no longer. */
  readonly areKept: boolean;
}

/** What each traveller has in writing, and what can be done. */
export function PapersView({ visit, issued, text, last, hasFiles, areKept }: PapersViewProps) {
  return (
    <>
      <p class="govuk-body">
        Each traveller has a programme and an emergency card of their own, on their own page. Both are made of
        the published itinerary, their legs, and the rooming lists that hotels were sent; a version is kept
        when somebody takes one out that says something new.
      </p>
      {!areKept && <InsetText>{noLongerKept}</InsetText>}
      {issued.length === 0 ? (
        <EmptyState titleText="No travellers yet">
          <p class="govuk-body">Whoever accepts a place will be here, with what they have in writing.</p>
        </EmptyState>
      ) : (
        <>
          {areKept && <Making visit={visit} last={last} hasFiles={hasFiles} />}
          <ResponsiveTable
            caption="What each traveller has"
            columns={[
              { key: 'name', heading: 'Traveller' },
              { key: 'programme', heading: 'Programme' },
              { key: 'card', heading: 'Emergency card' },
            ]}
            rows={issued.map(({ traveller, papers }) => {
              const path = (file: string) => papersPath(visit.id, `${traveller.id}/${file}`);
              return [
                <>
                  {traveller.number}. <bdi>{traveller.name}</bdi>
                </>,
                <OnePaper
                  issued={papers.traveller}
                  href={areKept ? path('programme.pdf') : null}
                  of={traveller.name}
                />,
                <OnePaper
                  issued={papers['emergency-card']}
                  href={areKept ? path('emergency.pdf') : null}
                  of={traveller.name}
                />,
              ];
            })}
          />
        </>
      )}
      <h2 class="govuk-heading-m">On everybody’s emergency card</h2>
      <SummaryList
        rows={[
          { key: 'If somebody is lost', value: said(text.ifLost) },
          { key: 'What else helps', value: said(text.more) },
        ]}
      />
      <p class="govuk-body cn-no-print">
        <a class="govuk-link" href={papersPath(visit.id, 'emergency-card')}>
          Say what stands on the card
        </a>
        . Leaders’ numbers are those of the travellers who lead; others are the visit’s contacts.
      </p>
    </>
  );
}

const said = (text: string) => (text === '' ? 'Nothing yet' : <Paragraphs text={text} />);

function OnePaper({
  issued,
  href,
  of,
}: {
  readonly issued: Issued | null;
  /** `null`: it cannot be taken out any more. */
  readonly href: string | null;
  readonly of: string;
}) {
  return (
    <>
      {issued === null
        ? href === null
          ? 'Was not taken out'
          : 'Not taken out yet'
        : `Version ${issued.number} of ${madeOn(issued.madeAt)}`}
      {href !== null && (
        <>
          <br />
          <a class="govuk-link" href={href} download>
            Take it out<span class="govuk-visually-hidden"> for {of}</span>
          </a>
        </>
      )}
    </>
  );
}

function Making({ visit, last, hasFiles }: Pick<PapersViewProps, 'visit' | 'last' | 'hasFiles'>) {
  if (last !== null && last.finishedAt === null) {
    return (
      <InsetText>
        Everybody’s papers are being made.{' '}
        <a class="govuk-link" href={papersPath(visit.id, 'making')}>
          Look how far they are
        </a>
      </InsetText>
    );
  }
  return (
    <>
      {last?.status === 'failed' && <InsetText>{last.error}</InsetText>}
      {last?.status === 'cancelled' && <InsetText>The last time, making was stopped.</InsetText>}
      {last !== null && hasFiles && (
        <p class="govuk-body">
          <a class="govuk-link" href={papersPath(visit.id, `making/${last.id}/papers.zip`)} download>
            Take out everybody’s papers as of {momentInWords(last.askedAt)}
          </a>
          , of {plural(last.done, 'traveller')}, to print. The files are kept for {filesKeptDays} days.
        </p>
      )}
      {visit.status !== 'cancelled' && (
        <form method="post" action={papersPath(visit.id, 'making')} class="cn-no-print">
          <Button preventDoubleClick>Make everybody’s papers</Button>
        </form>
      )}
    </>
  );
}
