import { Paragraphs, Tag } from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import type { PaperFact } from '../domain/paper.js';
import type { MarkedEntry, MarkedSection } from '../domain/paper-changes.js';
import { changeWords, markWords, versionWords } from '../in-words.js';
import type { KeptPaper } from '../keep-paper.js';

export interface EmergencyViewProps {
  readonly visit: Pick<Visit, 'title'>;
  /** Of an emergency card; there always is one. */
  readonly kept: KeptPaper | null;
  readonly pdfPath: string;
}

/** A number as a phone dials it; `null`: it is none. */
const dialled = (text: string): string | null =>
  /^\+?[\d\s()/.-]{3,}$/.test(text) ? text.replaceAll(/[^+\d]/g, '') : null;

/** Whom to ring, large enough to be pressed in a hurry; then where somebody sleeps. */
export function EmergencyView({ visit, kept, pdfPath }: EmergencyViewProps) {
  if (kept === null) return null;
  const sections = kept.marked.sections.filter(({ key }) => key !== 'insurer');
  const call = sections.find(({ key }) => key === 'call');
  return (
    <>
      <span class="govuk-caption-xl">
        <bdi>{visit.title}</bdi>
      </span>
      <h1 class="govuk-heading-xl">In an emergency</h1>
      {call !== undefined && <Call section={call} />}
      {sections
        .filter((section) => section !== call)
        .map(({ key, title, entries }) => (
          <section key={key} aria-labelledby={`section-${key}`}>
            <h2 class="govuk-heading-m" id={`section-${key}`}>
              {title}
            </h2>
            {entries
              .filter(({ mark }) => mark !== 'gone')
              .map((entry) => (
                <Entry key={entry.key} entry={entry} />
              ))}
          </section>
        ))}
      <p class="govuk-body cn-no-print">
        <a class="govuk-link" href={pdfPath} download>
          Take it along as a small card to print
        </a>
        , with room for your insurer’s number.
      </p>
      <p class="govuk-body cn-quiet">{versionWords(kept)} It says nothing of your health.</p>
    </>
  );
}

function Call({ section: { title, entries } }: { readonly section: MarkedSection }) {
  const number = dialled(title.replace(/^\D*(?=[+\d])/, ''));
  return (
    <div class="cn-panel">
      <h2 class="govuk-heading-l">
        <a class="govuk-link" href={`tel:${number ?? ''}`}>
          {title}
        </a>
      </h2>
      {entries.map(({ key, text }) => (
        <p class="govuk-body" key={key}>
          {text}
        </p>
      ))}
    </div>
  );
}

function Entry({ entry: { title, time, mark, changes, facts, text } }: { readonly entry: MarkedEntry }) {
  return (
    <>
      {title !== '' && (
        <h3 class="govuk-heading-s">
          <bdi>{title}</bdi>
          {time !== '' && `, ${time}`}
        </h3>
      )}
      {mark !== 'same' && (
        <p class="govuk-body">
          <Tag colour="yellow">{markWords[mark]}</Tag> {changes.map(changeWords).join('. ')}
        </p>
      )}
      <Lines facts={facts} />
      {text !== '' && <Paragraphs text={text} />}
    </>
  );
}

function Lines({ facts }: { readonly facts: readonly PaperFact[] }) {
  const given = facts.filter(([, value]) => value !== '');
  if (given.length === 0) return null;
  return (
    <ul class="govuk-list">
      {given.map(([name, value]) => {
        const number = dialled(value);
        return (
          <li key={name}>
            {number === null ? (
              <bdi>{value}</bdi>
            ) : (
              <>
                {name !== 'Phone' && (
                  <>
                    <bdi>{name}</bdi>:{' '}
                  </>
                )}
                <a class="govuk-link" href={`tel:${number}`}>
                  {name === 'Phone' ? `Ring ${value}` : value}
                </a>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
