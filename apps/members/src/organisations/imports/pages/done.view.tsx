import { isIdle } from '#imports';
import { Button, ButtonGroup, Panel } from '#ui';
import { organisationsPath } from '../../addresses.js';
import { uploadPath } from '../addresses.js';
import { Rows, type RowsProps } from './rows.view.js';
import { organisationsResultInWords } from './words.js';

/** What an import has done. */
export function DoneView({ of, shown }: RowsProps) {
  return (
    <>
      <Panel titleText={isIdle(of) ? 'Nothing had to be changed' : 'The import is done'}>
        {of.result && organisationsResultInWords(of.result)}
      </Panel>
      <ButtonGroup>
        <Button href={organisationsPath}>Go to the organisations</Button>
        <a class="govuk-link" href={uploadPath}>
          Import another file
        </a>
      </ButtonGroup>
      <Rows of={of} shown={shown} />
    </>
  );
}
