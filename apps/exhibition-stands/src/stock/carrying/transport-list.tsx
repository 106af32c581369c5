import { BreakableEmail, Button, HiddenFields, momentInWords, SummaryList, Tag, type TagColour } from '#ui';
import { transportsPath } from '../addresses.js';
import { amountOf } from '../in-words.js';
import type { Transport } from './read-transports.js';
import type { TransportStatus } from './stock-transport.entity.js';

const tags: Readonly<Record<TransportStatus, { readonly text: string; readonly colour: TagColour }>> = {
  planned: { text: 'To come', colour: 'blue' },
  done: { text: 'Done', colour: 'green' },
  'called-off': { text: 'Called off', colour: 'grey' },
};

export interface TransportListProps {
  readonly transports: readonly Transport[];
  /** Where a press leads back to. */
  readonly backTo: string;
  readonly headingLevel: 2 | 3;
}

/** Who carries what, each with what can be done about it. */
export function TransportList({ transports, ...around }: TransportListProps) {
  return (
    <>
      {transports.map((transport) => (
        <TransportCard key={transport.id} transport={transport} {...around} />
      ))}
    </>
  );
}

type TransportCardProps = Omit<TransportListProps, 'transports'> & { readonly transport: Transport };

function TransportCard({ transport, backTo, headingLevel }: TransportCardProps) {
  const { id, status, carrierName, carrierEmail, from, to } = transport;
  const tag = tags[status];
  return (
    <>
      <SummaryList
        card={{ title: { text: `${from} to ${to}`, headingLevel } }}
        rows={[
          { key: 'State', value: <Tag colour={tag.colour}>{tag.text}</Tag> },
          { key: 'When', value: momentInWords(transport.plannedAt) },
          transport.doneAt !== null && { key: 'Arrived', value: momentInWords(transport.doneAt) },
          {
            key: 'Who',
            value: (
              <>
                <bdi>{carrierName}</bdi>
                {carrierEmail !== null && (
                  <>
                    <br />
                    <a class="govuk-link" href={`mailto:${carrierEmail}`}>
                      <BreakableEmail address={carrierEmail} />
                    </a>
                  </>
                )}
              </>
            ),
          },
          {
            key: 'What',
            value: (
              <ul class="govuk-list cn-flush">
                {transport.items.map((item) => (
                  <li key={item.itemId}>
                    <bdi>{item.item}</bdi>: {amountOf(item.quantity, item)}
                  </li>
                ))}
              </ul>
            ),
          },
          transport.exhibition !== null && { key: 'For', value: <bdi>{transport.exhibition}</bdi> },
          transport.note !== '' && { key: 'Note', value: <bdi>{transport.note}</bdi> },
        ]}
      />
      {status === 'planned' && (
        <div class="cn-row cn-no-print">
          <Step id={id} step="done" text="It has arrived" backTo={backTo} name={`${from} to ${to}`} />
          <Step
            id={id}
            step="call-off"
            text="Call it off"
            backTo={backTo}
            name={`${from} to ${to}`}
            isQuiet
          />
        </div>
      )}
    </>
  );
}

interface StepProps {
  readonly id: string;
  readonly step: 'done' | 'call-off';
  readonly text: string;
  readonly name: string;
  readonly backTo: string;
  readonly isQuiet?: boolean;
}

function Step({ id, step, text, name, backTo, isQuiet = false }: StepProps) {
  return (
    <form method="post" action={`${transportsPath}/${id}/${step}`}>
      <HiddenFields values={{ backTo }} />
      <Button preventDoubleClick {...(isQuiet && { classes: 'govuk-button--secondary' })}>
        {text}
        <span class="govuk-visually-hidden"> ({name})</span>
      </Button>
    </form>
  );
}
