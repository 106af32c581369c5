import { accepted, checkPlausibleDay, checkText, problemsOf, refuse, refused, type Checked } from '#checks';

/** A group of countries as it is typed or sent. */
export interface GroupInput {
  readonly title: string;
  /** Codes (ISO 3166-1), in any order, with blanks or commas between them. */
  readonly countries: string;
  readonly source: string;
  readonly checkedOn: Checked<string | null>;
}

export interface GroupDetails {
  readonly title: string;
  readonly countries: readonly string[];
  readonly source: string;
  readonly checkedOn: string | null;
}

/** @param isCountry whether there is a country with this code; @param today ISO */
export function checkGroupDetails(
  input: GroupInput,
  isCountry: (code: string) => boolean,
  today: string,
): Checked<GroupDetails> {
  const title = checkText(input.title, 'title', {
    longest: 100,
    missing: { code: 'missing', message: 'Enter what the group is called.' },
  });
  const countries = checkCountries(input.countries, isCountry);
  const source = checkText(input.source, 'source', {
    longest: 500,
    missing: { code: 'missing', message: 'Enter the address of the page that says so.' },
  });
  const isAddress = source.ok && /^https:\/\/\S+$/.test(source.value) && URL.canParse(source.value);
  const address =
    !source.ok || isAddress
      ? source
      : refuse('source', 'not-an-address', 'Enter an address that begins with https://.');
  const checkedOn = checkPlausibleDay(input.checkedOn, 'checkedOn');
  if (!title.ok || !countries.ok || !address.ok || !checkedOn.ok) {
    return refused(...problemsOf(title, countries, address, checkedOn));
  }
  if (checkedOn.value !== null && checkedOn.value > today) {
    return refuse('checkedOn', 'in-the-future', 'Enter the day on which you read it: today or earlier.');
  }
  return accepted({
    title: title.value,
    countries: countries.value,
    source: address.value,
    checkedOn: checkedOn.value,
  });
}

function checkCountries(text: string, isCountry: (code: string) => boolean): Checked<readonly string[]> {
  const codes = [
    ...new Set(
      text
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter((code) => code !== ''),
    ),
  ].toSorted();
  if (codes.length === 0) return refuse('countries', 'missing', 'Enter at least one country’s code.');
  const unknown = codes.find((code) => !isCountry(code));
  return unknown === undefined
    ? accepted(codes)
    : refuse(
        'countries',
        'unknown-choice',
        `“${unknown.slice(0, 40)}” is no country’s code. Write two letters for each, such as IT, ES.`,
      );
}
