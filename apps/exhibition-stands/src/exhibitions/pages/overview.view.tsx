import { Button, ButtonGroup, renderMarkdown, SummaryList } from '#ui';
import type { NoteRow } from '../../afterwards/notes/note.entity.js';
import { CarriedNotes } from '../../afterwards/pages/carried-notes.js';
import { NeedsDoing, needsDoing } from '../../day/pages/needs-doing.js';
import type { StandState } from '../../day/read-stands.js';
import { balanceInWords } from '../../rota-settings/in-words.js';
import type { ReorderAlert } from '../../stock/reading/reorder-alerts.js';
import { exhibitionPath, manageExhibitionPath } from '../addresses.js';
import type { Exhibition } from '../domain/exhibition.js';
import { isEnded, movesFrom } from '../domain/status.js';
import { daysInWords, detailsInWords } from '../in-words.js';
import { ExhibitionFrame } from './exhibition-frame.js';
import { stepWords, type StepTo } from './status-steps.js';

export interface OverviewProps {
  readonly exhibition: Exhibition;
  /** What it cannot be published without. */
  readonly missing: readonly string[];
  /** How its published rota stands; `null`: it is over or called off. */
  readonly state: StandState | null;
  /** Of what more should be ordered, for this stand and those after it. */
  readonly toOrder: readonly ReorderAlert[];
  /** What the exhibition that this one was copied of left to be thought of. */
  readonly carried: readonly NoteRow[];
}

/** Everything that an exhibition itself says. */
export function OverviewView({ exhibition, missing, state, toOrder, carried }: OverviewProps) {
  const words = {
    ...detailsInWords(exhibition, exhibitionPath(exhibition.slug)),
    ...daysInWords(exhibition.days),
    'Rules of the rota': balanceInWords(exhibition.weights),
  };
  return (
    <ExhibitionFrame exhibition={exhibition}>
      {exhibition.statusReason !== null && (
        <div class="cn-status cn-status--cancelled">
          <p class="cn-status__title">Cancelled</p>
          <p>{exhibition.statusReason}</p>
        </div>
      )}
      {exhibition.status === 'draft' && missing.length > 0 && (
        <section class="cn-status cn-status--postponed" aria-labelledby="to-do">
          <h2 class="cn-status__title" id="to-do">
            Before it can be published
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </section>
      )}
      <OnTheStand exhibition={exhibition} state={state} />
      <ToOrder alerts={toOrder} />
      <CarriedNotes exhibitionId={exhibition.id} notes={carried} />
      <Steps exhibition={exhibition} isReady={missing.length === 0} />
      <h2 class="govuk-heading-m">Details</h2>
      <SummaryList
        rows={Object.entries(words).map(([key, text]) => ({ key, value: <Value name={key} text={text} /> }))}
      />
    </ExhibitionFrame>
  );
}

/** How many shifts and people are named. */
const mostNamed = 10;

function OnTheStand({ exhibition, state }: Pick<OverviewProps, 'exhibition' | 'state'>) {
  if (state === null || !needsDoing(state)) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="on-the-stand">
      <h2 class="cn-status__title" id="on-the-stand">
        To do for the rota
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <NeedsDoing {...{ exhibition, state }} most={mostNamed} isOneOfMany={false} />
      </ul>
    </section>
  );
}

function ToOrder({ alerts }: { readonly alerts: readonly ReorderAlert[] }) {
  if (alerts.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="to-order">
      <h2 class="cn-status__title" id="to-order">
        The stock runs low
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {alerts.map(({ itemId, text, href }) => (
          <li key={itemId}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface StepsProps {
  readonly exhibition: Exhibition;
  readonly isReady: boolean;
}

/** What can be done with it: what is due first as a button, the rest as links. */
function Steps({ exhibition: { id, slug, status }, isReady }: StepsProps) {
  const steps = movesFrom(status).filter((to): to is StepTo => to === 'published' || to === 'cancelled');
  const isDue = status === 'draft' && isReady;
  return (
    <ButtonGroup>
      {isDue && (
        <Button href={manageExhibitionPath(id, 'status/published')}>{stepWords.published.verb}</Button>
      )}
      {!isEnded(status) && (
        <Button
          href={manageExhibitionPath(id, 'edit')}
          classes={isDue ? 'govuk-button--secondary' : undefined}
        >
          Change the details
        </Button>
      )}
      {!isEnded(status) && (
        <a class="govuk-link" href={manageExhibitionPath(id, 'rota/settings')}>
          Rules of the rota
        </a>
      )}
      {steps.includes('cancelled') && (
        <a class="govuk-link" href={manageExhibitionPath(id, 'status/cancelled')}>
          {stepWords.cancelled.verb}
        </a>
      )}
      {status !== 'draft' && (
        <a class="govuk-link" href={exhibitionPath(slug)}>
          See its page
        </a>
      )}
      <a class="govuk-link" href={manageExhibitionPath(id, 'copy')}>
        Copy it
      </a>
      {status === 'draft' && (
        <a class="govuk-link" href={manageExhibitionPath(id, 'delete')}>
          Delete the draft
        </a>
      )}
    </ButtonGroup>
  );
}

function Value({ name, text }: { readonly name: string; readonly text: string }) {
  if (text === '') return <span class="cn-quiet">Nothing yet</span>;
  if (name === 'Description') {
    return <div class="cn-prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(text) }} />;
  }
  return (
    <>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
