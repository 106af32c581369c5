import { readHeader, type Header } from '#csv';

/** What a list may say of each delegate. */
export const listColumns = [
  'name',
  'title',
  'first name',
  'surname',
  'email',
  'phone',
  'job title',
  'organisation',
  'dietary needs',
  'access needs',
] as const;

export type ListColumn = (typeof listColumns)[number];

export type ListHeader = Header<ListColumn>;

/** What else people call them; capitals, blanks, hyphens and underscores do not matter. */
const alsoCalled: Readonly<Record<string, ListColumn>> = {
  names: 'name',
  fullname: 'name',
  delegate: 'name',
  delegates: 'name',
  delegatename: 'name',
  attendee: 'name',
  attendeename: 'name',
  person: 'name',
  displayname: 'name',
  who: 'name',
  honorific: 'title',
  salutation: 'title',
  prefix: 'title',
  forename: 'first name',
  forenames: 'first name',
  givenname: 'first name',
  firstnames: 'first name',
  christianname: 'first name',
  first: 'first name',
  lastname: 'surname',
  familyname: 'surname',
  last: 'surname',
  emailaddress: 'email',
  emails: 'email',
  mail: 'email',
  workemail: 'email',
  contactemail: 'email',
  delegateemail: 'email',
  emailaddressofdelegate: 'email',
  telephone: 'phone',
  tel: 'phone',
  telno: 'phone',
  phonenumber: 'phone',
  telephonenumber: 'phone',
  contactnumber: 'phone',
  mobile: 'phone',
  mobilenumber: 'phone',
  mobilephone: 'phone',
  workphone: 'phone',
  job: 'job title',
  role: 'job title',
  position: 'job title',
  post: 'job title',
  jobrole: 'job title',
  occupation: 'job title',
  designation: 'job title',
  organization: 'organisation',
  organisationname: 'organisation',
  organizationname: 'organisation',
  org: 'organisation',
  council: 'organisation',
  authority: 'organisation',
  localauthority: 'organisation',
  company: 'organisation',
  employer: 'organisation',
  dietary: 'dietary needs',
  diet: 'dietary needs',
  dietaryrequirements: 'dietary needs',
  dietaryrequirement: 'dietary needs',
  food: 'dietary needs',
  allergies: 'dietary needs',
  access: 'access needs',
  accessibility: 'access needs',
  accessrequirements: 'access needs',
  accessibilityrequirements: 'access needs',
  accessibilityneeds: 'access needs',
  adjustments: 'access needs',
};

/** What the first row names, where it names anything that a list has. */
export function readListHeader(cells: readonly string[]): ListHeader | null {
  if (cells.some((cell) => cell.includes('@'))) return null;
  const header = readHeader(cells, {
    known: listColumns,
    needed: [],
    alsoCalled,
    owner: 'A list of delegates',
  });
  if (header.positions.size === 0 && header.problems.length === 0) return null;
  return { ...header, positions: titleInPlace(header.positions) };
}

/** “Title” is Councillor or Doctor where names stand in parts or a job has its own column; else it is what somebody does. */
function titleInPlace(positions: ReadonlyMap<ListColumn, number>): ReadonlyMap<ListColumn, number> {
  const title = positions.get('title');
  const isHonorific = positions.has('first name') || positions.has('surname') || positions.has('job title');
  if (title === undefined || isHonorific) return positions;
  const rest = [...positions].filter(([column]) => column !== 'title');
  return new Map([...rest, ['job title', title]]);
}
