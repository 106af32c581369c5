import { Paragraphs, SummaryList, Tag, type TagColour } from '#ui';
import type { PaperFact } from './domain/paper.js';
import type { EntryMark, MarkedEntry } from './domain/paper-changes.js';
import { changeWords, markWords, versionWords } from './in-words.js';
import type { KeptPaper } from './keep-paper.js';

const markColours: Readonly<Record<EntryMark, TagColour>> = {
  same: 'grey',
  new: 'green',
  changed: 'yellow',
  cancelled: 'red',
  gone: 'red',
};

/** A version of a paper as a page shows it, below the page’s own heading. */
export function PaperView({ kept }: { readonly kept: KeptPaper }) {
  const { paper, marked } = kept;
  return (
    <>
      <p class="govuk-body cn-quiet">{versionWords(kept)}</p>
      {marked.aboutChanges.length > 0 && (
        <p class="govuk-body">
          <Tag colour="yellow">Changed</Tag> {marked.aboutChanges.map(changeWords).join('. ')}
        </p>
      )}
      <Facts facts={paper.about} />
      {marked.sections.map(({ key, title, note, entries }) => (
        <section key={key} aria-labelledby={`section-${key}`}>
          <h2 class="govuk-heading-m" id={`section-${key}`}>
            {title}
          </h2>
          {note !== undefined && <p class="govuk-body">{note}</p>}
          {entries.map((entry) => (
            <Entry key={entry.key} entry={entry} />
          ))}
        </section>
      ))}
    </>
  );
}

function Entry({ entry }: { readonly entry: MarkedEntry }) {
  const { time, title, facts, text, mark, changes, cancelled } = entry;
  const isOff = mark === 'cancelled' || mark === 'gone';
  return (
    <>
      {time + title === '' ? (
        mark !== 'same' && (
          <p class="govuk-body">
            <MarkTag mark={mark} />
          </p>
        )
      ) : (
        <h3 class="govuk-heading-s">
          {time !== '' && (title === '' ? time : `${time}: `)}
          <bdi>{title}</bdi> {mark !== 'same' && <MarkTag mark={mark} />}
        </h3>
      )}
      {cancelled && <p class="govuk-body">{cancelled}</p>}
      {changes.length > 0 && <p class="govuk-body">{changes.map(changeWords).join('. ')}</p>}
      {!isOff && <Facts facts={facts} />}
      {!isOff && text !== '' && <Paragraphs text={text} />}
    </>
  );
}

const MarkTag = ({ mark }: { readonly mark: EntryMark }) => (
  <Tag colour={markColours[mark]}>{markWords[mark]}</Tag>
);

function Facts({ facts }: { readonly facts: readonly PaperFact[] }) {
  const given = facts.filter(([, value]) => value !== '');
  if (given.length === 0) return null;
  return (
    <SummaryList
      rows={given.map(([key, value]) => ({
        key,
        value: key === 'Phone' ? <PhoneLink number={value} /> : <bdi>{value}</bdi>,
      }))}
    />
  );
}

/** A number that a phone rings when it is touched. */
const PhoneLink = ({ number }: { readonly number: string }) => (
  <a class="govuk-link" href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
    {number}
  </a>
);
