import {
  accepted,
  checkContacts,
  checkOptionalText,
  checkText,
  checkWhole,
  problemsOf,
  readZone,
  refused,
  type Checked,
  type ContactInput,
} from '#checks';
import type { Exhibition } from './exhibition.js';

export const longestTitle = 200;
export const longestSummary = 500;
export const longestText = 50_000;

/** More contacts than this are a list of their own: a document. */
export const mostContacts = 8;

/** What staff write about an exhibition, but for its days. */
export type ExhibitionDetails = Pick<
  Exhibition,
  | 'title'
  | 'host'
  | 'city'
  | 'venue'
  | 'hall'
  | 'standNumber'
  | 'zone'
  | 'summary'
  | 'description'
  | 'contacts'
  | 'passesNeeded'
  | 'walkingMinutes'
  | 'swapsNeedApproval'
>;

/** What an exhibition says of itself, apart from what else it is. */
export const detailsOf = (exhibition: ExhibitionDetails): ExhibitionDetails => ({
  title: exhibition.title,
  host: exhibition.host,
  city: exhibition.city,
  venue: exhibition.venue,
  hall: exhibition.hall,
  standNumber: exhibition.standNumber,
  zone: exhibition.zone,
  summary: exhibition.summary,
  description: exhibition.description,
  contacts: exhibition.contacts,
  passesNeeded: exhibition.passesNeeded,
  walkingMinutes: exhibition.walkingMinutes,
  swapsNeedApproval: exhibition.swapsNeedApproval,
});

/** The same as a form or a program gives it. Texts are as typed. */
export interface DetailsInput {
  readonly title: string;
  readonly host: string;
  readonly city: string;
  readonly venue: string | null;
  readonly hall: string | null;
  readonly standNumber: string | null;
  readonly zone: string;
  readonly summary: string;
  readonly description: string;
  readonly contacts: readonly ContactInput[];
  readonly passesNeeded: boolean;
  readonly walkingMinutes: string;
  readonly swapsNeedApproval: boolean;
}

const missing = (message: string) => ({ code: 'missing', message });

/** Checks and tidies everything: all problems, each at its field, or the details. */
export function validateDetails(input: DetailsInput): Checked<ExhibitionDetails> {
  const short = { longest: 200 };
  const title = checkText(input.title, 'title', {
    longest: longestTitle,
    missing: missing('Enter a title.'),
  });
  const host = checkText(input.host, 'host', { ...short, missing: missing('Say whose conference it is.') });
  const city = checkText(input.city, 'city', { ...short, missing: missing('Enter the city.') });
  const venue = checkOptionalText(input.venue, 'venue', short);
  const hall = checkOptionalText(input.hall, 'hall', short);
  const standNumber = checkOptionalText(input.standNumber, 'standNumber', { longest: 50 });
  const zone = readZone(input.zone, 'zone');
  const summary = checkOptionalText(input.summary, 'summary', { longest: longestSummary, manyLines: true });
  const description = checkOptionalText(input.description, 'description', {
    longest: longestText,
    manyLines: true,
  });
  const contacts = checkContacts(input.contacts, mostContacts);
  const walkingMinutes = checkWhole(input.walkingMinutes, 'walkingMinutes', {
    what: 'the minutes to walk to the stand',
    least: 0,
    most: 120,
  });
  if (
    !title.ok ||
    !host.ok ||
    !city.ok ||
    !venue.ok ||
    !hall.ok ||
    !standNumber.ok ||
    !zone.ok ||
    !summary.ok ||
    !description.ok ||
    !contacts.ok ||
    !walkingMinutes.ok
  ) {
    return refused(
      ...problemsOf(title, host, city, venue, hall, standNumber, zone, summary, description, contacts),
      ...problemsOf(walkingMinutes),
    );
  }
  return accepted({
    title: title.value,
    host: host.value,
    city: city.value,
    venue: venue.value,
    hall: hall.value,
    standNumber: standNumber.value,
    zone: zone.value,
    summary: summary.value ?? '',
    description: description.value ?? '',
    contacts: contacts.value,
    passesNeeded: input.passesNeeded,
    walkingMinutes: walkingMinutes.value,
    swapsNeedApproval: input.swapsNeedApproval,
  });
}
