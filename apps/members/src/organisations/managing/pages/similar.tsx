import { organisationPath } from '../../addresses.js';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Says that organisations of much the same name are on record; nothing where there are none. */
export function Similar({ organisations }: { readonly organisations: readonly Named[] }) {
  if (organisations.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" role="alert" aria-labelledby="similar">
      <h2 class="cn-status__title" id="similar">
        Is it on record already?
      </h2>
      <p>Nothing is saved yet. These names are much the same:</p>
      <ul class="govuk-list govuk-list--bullet">
        {organisations.map(({ id, name }) => (
          <li key={id}>
            <a class="govuk-link" href={organisationPath(id)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p>
        If it is one of them, edit that record. If not, save this one with the button at the end of the page.
      </p>
    </section>
  );
}
