import { ResponsiveTable, Tag } from '#ui';
import { PaperView } from '../../papers/paper.view.js';
import { guestsOf, withoutPeople, type Guests } from '../guests.js';
import type { MadeSheet } from '../make-sheet.js';
import { leftInWords } from '../sheet-pdf.js';

/** A sheet as its reader sees it, below the page’s own heading. */
export function SheetText({ made }: { readonly made: MadeSheet }) {
  const guests = guestsOf(made);
  return (
    <>
      <PaperView kept={withoutPeople(made.kept)} />
      {guests !== null && <GuestList guests={guests} />}
    </>
  );
}

function GuestList({ guests: { named, note, left } }: { readonly guests: Guests }) {
  return (
    <section aria-labelledby="who-comes">
      <h2 class="govuk-heading-m" id="who-comes">
        Who comes
      </h2>
      {named.length > 0 && (
        <ResponsiveTable
          caption="Those who agreed to be named to you"
          columns={[
            { key: 'name', heading: 'Name' },
            { key: 'organisation', heading: 'For' },
            { key: 'part', heading: 'Part' },
          ]}
          rows={named.map(({ name, organisation, leads, isNew }) => [
            <>
              <bdi>{name}</bdi> {isNew && <Tag colour="green">New</Tag>}
            </>,
            <bdi>{organisation === '' ? '–' : organisation}</bdi>,
            leads ? 'Leads the visit' : 'Travels',
          ])}
        />
      )}
      <p class="govuk-body">{note}</p>
      {left > 0 && <p class="govuk-body">{leftInWords(left)}</p>}
    </section>
  );
}
