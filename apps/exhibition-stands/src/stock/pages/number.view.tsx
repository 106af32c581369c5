import { numberInWords, type Form, type SummaryListRow } from '#ui';
import { placePath, recordPath, stockPath } from '../addresses.js';
import type { RecordedKind } from '../domain/movement.js';
import type { StockItemRow } from '../stock-item.entity.js';
import type { StockPlaceRow } from '../stock-place.entity.js';
import { NumberForm } from './number-form.js';
import { recordWords } from './record-words.js';

export interface NumberViewProps {
  readonly kind: RecordedKind;
  readonly item: StockItemRow;
  readonly from: StockPlaceRow | null;
  readonly to: StockPlaceRow | null;
  /** How many are where they are taken from. */
  readonly there: number | null;
  readonly form: Form;
  readonly token: string;
}

/** How many, and what to do next in the same places. */
export function NumberView({ kind, item, from, to, there, form, token }: NumberViewProps) {
  const start = { from: from?.code, to: to?.code };
  const change = (what: string) => ({
    items: [{ href: recordPath(kind, start), text: 'Change', visuallyHiddenText: what }],
  });
  const rows: SummaryListRow[] = [
    { key: 'What', value: <bdi>{item.name}</bdi>, actions: change('what') },
    ...(from === null
      ? []
      : [
          {
            key: 'From',
            value: (
              <>
                <bdi>{from.name}</bdi>
                {there !== null && <span class="cn-quiet">, {numberInWords(there)} there</span>}
              </>
            ),
            actions: change('from where'),
          },
        ]),
    ...(to === null ? [] : [{ key: 'To', value: <bdi>{to.name}</bdi>, actions: change('to where') }]),
  ];
  const place = from ?? to;
  return (
    <>
      <NumberForm
        heading={recordWords[kind].heading}
        caption="Stock"
        action={`${stockPath}/record/${kind}`}
        form={form}
        hidden={{
          item: item.id,
          ...(from !== null && { from: from.code }),
          ...(to !== null && { to: to.code }),
          once: token,
        }}
        rows={rows}
        units={item.units}
        verb={recordWords[kind].verb}
        withNote
      />
      <p class="govuk-body cn-row">
        <a class="govuk-link" href={recordPath(kind, start)}>
          Something else in the same place
        </a>
        {place !== null && (
          <a class="govuk-link" href={placePath(place.code)}>
            What is in <bdi>{place.name}</bdi>
          </a>
        )}
      </p>
    </>
  );
}
