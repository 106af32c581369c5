import { Temporal } from 'temporal-polyfill';
import { dateInWords, SummaryList } from '#ui';
import { countryName } from '../../visits/domain/countries.js';
import { itemWords } from '../in-words.js';
import type { ToldDetails } from '../look-at-told.js';

const day = (iso: string | null): string =>
  iso === null ? 'Not given' : dateInWords(Temporal.PlainDate.from(iso), { weekday: false });

/** What somebody told, for whoever has said why they look. */
export function ToldValues({ told }: { readonly told: ToldDetails }) {
  const contact = told['emergency-contact'];
  return (
    <section aria-labelledby="told" class="cn-status">
      <h2 class="cn-status__title" id="told">
        What you asked to see
      </h2>
      {told.passport?.map((passport, index) => (
        <SummaryList
          key={index}
          rows={[
            { key: index === 0 ? 'Passport' : 'Second passport', value: <bdi>{passport.number}</bdi> },
            { key: 'Issued by', value: countryName(passport.nationality) },
            { key: 'Born', value: day(passport.bornOn) },
            { key: 'Issued', value: day(passport.issuedOn) },
            { key: 'Expires', value: day(passport.expiresOn) },
          ]}
        />
      ))}
      {told.insurance && (
        <SummaryList
          rows={[
            { key: 'Insurance', value: <bdi>{told.insurance.company}</bdi> },
            { key: 'Policy', value: <bdi>{told.insurance.policyNumber}</bdi> },
            { key: 'Emergencies', value: <bdi>{told.insurance.phone}</bdi> },
            { key: 'Covered', value: `${day(told.insurance.from)} to ${day(told.insurance.until)}` },
          ]}
        />
      )}
      {contact && (
        <SummaryList
          rows={[
            { key: 'Emergency contact', value: <bdi>{contact.name}</bdi> },
            { key: 'Who they are', value: <bdi>{contact.relation}</bdi> },
            { key: 'Phone', value: <bdi>{contact.phone}</bdi> },
            contact.email !== null && { key: 'Email', value: <bdi>{contact.email}</bdi> },
          ]}
        />
      )}
      {(['dietary', 'access'] as const).map((item) => {
        const text = told[item];
        return (
          text !== undefined && (
            <SummaryList
              key={item}
              rows={[{ key: itemWords[item], value: text === '' ? 'Nothing' : <bdi>{text}</bdi> }]}
            />
          )
        );
      })}
    </section>
  );
}
