import { isIdle } from '#imports';
import { Button, ButtonGroup, Panel } from '#ui';
import { managePath } from '../../managing/addresses.js';
import { listOf, staffListAddress } from '../../managing/domain/staff-list.js';
import { uploadPath } from '../addresses.js';
import type { CalendarImport } from '../import.entity.js';
import { Rows, type ShownRows } from './rows.view.js';
import { eventsResultInWords } from './words.js';

/** What an import has done. */
export function DoneView({ of, shown }: { readonly of: CalendarImport; readonly shown: ShownRows }) {
  const { result } = of;
  const drafts = listOf({ status: 'draft', period: 'all' });
  return (
    <>
      <Panel titleText={isIdle(of) ? 'Nothing had to be changed' : 'The import is done'}>
        {result && eventsResultInWords(result)}
      </Panel>
      <ButtonGroup>
        <Button href={managePath}>Go to the calendar</Button>
        {(result?.added ?? 0) > 0 && (
          <a class="govuk-link" href={staffListAddress(managePath, drafts)}>
            Look at the drafts
          </a>
        )}
        <a class="govuk-link" href={uploadPath}>
          Import another file
        </a>
      </ButtonGroup>
      <Rows of={of} shown={shown} />
    </>
  );
}
