import type { Temporal } from 'temporal-polyfill';
import { Button, ButtonGroup, renderMarkdown, SummaryList } from '#ui';
import { manageVisitPath, visitPath } from '../addresses.js';
import { isPast, type Missing } from '../domain/missing.js';
import { isEnded, movesFrom } from '../domain/status.js';
import type { Visit } from '../domain/visit.js';
import { visitSections, type VisitSection } from '../form/sections.js';
import { isStep, stepWords } from './status-steps.js';
import { VisitFrame } from './visit-frame.js';

export interface OverviewProps {
  readonly visit: Visit;
  /** What its next step cannot be taken without. */
  readonly missing: readonly Missing[];
  readonly now: Temporal.Instant;
}

/** Everything that a visit itself says. */
export function OverviewView({ visit, missing, now }: OverviewProps) {
  return (
    <VisitFrame visit={visit}>
      {visit.statusReason !== null && (
        <div class="cn-status cn-status--cancelled">
          <p class="cn-status__title">Cancelled</p>
          <p>{visit.statusReason}</p>
        </div>
      )}
      <Before visit={visit} missing={missing} now={now} />
      <Steps visit={visit} isReady={missing.length === 0} />
      {visitSections.map((section) => (
        <Section key={section.part} visit={visit} section={section} />
      ))}
    </VisitFrame>
  );
}

/** What has to be done before the next step. */
function Before({ visit, missing, now }: OverviewProps) {
  if (visit.status === 'announced' && isPast(visit, now)) {
    return (
      <section class="cn-status cn-status--postponed" aria-labelledby="to-do">
        <h2 class="cn-status__title" id="to-do">
          Its days are past
        </h2>
        <p>It was never confirmed. Confirm it if it took place, or cancel it and say why.</p>
        <ToDo visit={visit} missing={missing} />
      </section>
    );
  }
  if (missing.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="to-do">
      <h2 class="cn-status__title" id="to-do">
        {visit.status === 'draft' ? 'Before it can be announced' : 'Before it can be confirmed'}
      </h2>
      <ToDo visit={visit} missing={missing} />
    </section>
  );
}

function ToDo({ visit, missing }: Pick<OverviewProps, 'visit' | 'missing'>) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {missing.map(({ message, part }) => (
        <li key={message}>
          <a class="govuk-link" href={manageVisitPath(visit.id, part)}>
            {message}
          </a>
        </li>
      ))}
    </ul>
  );
}

interface StepsProps {
  readonly visit: Visit;
  readonly isReady: boolean;
}

/** What can be done with it: what is due first as a button, the rest as links. */
function Steps({ visit: { id, slug, status }, isReady }: StepsProps) {
  const [next, ...others] = movesFrom(status).filter(isStep);
  return (
    <ButtonGroup>
      {next !== undefined && next !== 'cancelled' && isReady && (
        <Button href={manageVisitPath(id, `status/${next}`)}>{stepWords[next].verb}</Button>
      )}
      {[...(next === 'cancelled' ? [next] : []), ...others].map((to) => (
        <a key={to} class="govuk-link" href={manageVisitPath(id, `status/${to}`)}>
          {stepWords[to].verb}
        </a>
      ))}
      {status !== 'draft' && (
        <a class="govuk-link" href={visitPath(slug)}>
          See its page
        </a>
      )}
      <a class="govuk-link" href={manageVisitPath(id, 'copy')}>
        Copy it
      </a>
      {status === 'draft' && (
        <a class="govuk-link" href={manageVisitPath(id, 'delete')}>
          Delete the draft
        </a>
      )}
    </ButtonGroup>
  );
}

function Section({ visit, section }: { readonly visit: Visit; readonly section: VisitSection }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{section.heading}</h2>
      <SummaryList
        rows={Object.entries(section.words(visit)).map(([key, text]) => ({
          key,
          value: <Value name={key} text={text} />,
        }))}
      />
      {!isEnded(visit.status) && (
        <p class="govuk-body">
          <a class="govuk-link" href={manageVisitPath(visit.id, section.part)}>
            Change {section.change}
          </a>
        </p>
      )}
    </section>
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
