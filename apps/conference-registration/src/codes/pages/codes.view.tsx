import type { Temporal } from 'temporal-polyfill';
import { Button, ButtonGroup, EmptyState, ExportLinks, Pages, plural, ResponsiveTable, Tag } from '#ui';
import { manageConferencePath } from '../../manage/addresses.js';
import { newThingPath, thingPath } from '../../set-up/addresses.js';
import { shortDay } from '../../set-up/writing.js';
import type { CodeUse } from '../codes.repository.js';
import type { CodeChoices } from '../domain/code-details.js';
import { codeState, type Code } from '../domain/code.js';
import { doesInWords } from './code-words.js';

/** How many codes a page of the table holds. */
export const pageSize = 100;

export interface CodesProps {
  readonly conferenceId: string;
  readonly codes: readonly Code[];
  readonly uses: ReadonlyMap<string, CodeUse>;
  readonly total: number;
  readonly page: number;
  readonly choices: Omit<CodeChoices, 'today'>;
  readonly now: Temporal.Instant;
}

export function CodesView(props: CodesProps) {
  const { conferenceId, codes, total, page } = props;
  const add = newThingPath(conferenceId, 'codes');
  if (total === 0) {
    return (
      <EmptyState titleText="There is no code yet">
        <p class="govuk-body">
          A code is a word that people type when they book. It can lower the price, keep places for those whom
          you give it to, or open a ticket that nobody else sees: for speakers, the press, a partner.
        </p>
        <Button href={add}>Make the first code</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <ButtonGroup>
        <Button href={add}>Make codes</Button>
      </ButtonGroup>
      <ExportLinks
        what="these codes"
        file={(format) => `${manageConferencePath(conferenceId, 'codes')}/export.${format}`}
      />
      <ResponsiveTable
        caption={plural(total, 'code')}
        captionClasses="govuk-table__caption--s"
        isWide
        columns={[
          { key: 'code', heading: 'Code' },
          { key: 'does', heading: 'What it does' },
          { key: 'used', heading: 'Used', format: 'numeric' },
          { key: 'state', heading: 'State' },
          { key: 'note', heading: 'Note' },
          { key: 'actions', heading: 'Actions' },
        ]}
        rows={codes.map((code) => row(code, props))}
      />
      <Pages
        current={page}
        total={Math.ceil(total / pageSize)}
        href={(to) => `${manageConferencePath(conferenceId, 'codes')}?page=${to}`}
        landmarkLabel="Pages of codes"
      />
    </>
  );
}

function row(code: Code, { conferenceId, uses, choices, now }: CodesProps) {
  const { used, kept } = uses.get(code.id) ?? { used: 0, kept: 0 };
  const state = codeState(code, now);
  return [
    code.code,
    <>
      {doesInWords(code, choices).map((line) => (
        <div>{line}</div>
      ))}
    </>,
    <>
      <span class="cn-one-line">{code.uses === null ? plural(used, 'time') : `${used} of ${code.uses}`}</span>
      {kept > 0 && <div class="cn-quiet cn-one-line">{kept} kept</div>}
    </>,
    <>
      <StateTag state={state} />
      {state !== 'ended' && code.lastDay !== null && (
        <div class="cn-quiet">
          {state === 'expired' ? 'Could be used until' : 'Until'} {shortDay(code.lastDay)}
        </div>
      )}
    </>,
    code.note === '' ? <span class="cn-quiet">None</span> : code.note,
    state === 'ended' ? (
      ''
    ) : (
      <>
        <a class="govuk-link" href={thingPath(conferenceId, 'codes', code.id, 'edit')}>
          Change<span class="govuk-visually-hidden">: {code.code}</span>
        </a>{' '}
        <a class="govuk-link" href={thingPath(conferenceId, 'codes', code.id, 'end')}>
          End<span class="govuk-visually-hidden">: {code.code}</span>
        </a>
      </>
    ),
  ];
}

function StateTag({ state }: { readonly state: ReturnType<typeof codeState> }) {
  if (state === 'in-force') return <Tag colour="green">In force</Tag>;
  return state === 'ended' ? <Tag colour="grey">Ended</Tag> : <Tag colour="yellow">Expired</Tag>;
}
