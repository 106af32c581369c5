import type { PassStatus } from '../passes/domain/pass.js';

/** A day of the stand, counted from the first, and a clock time. */
export type DemoMoment = readonly [day: number, time: string];

/** Somebody whom staff invited to the team; whatever is left out they did not say. */
export interface Volunteer {
  readonly name: string;
  /** `null`: members knows them, and where they belong. */
  readonly organisation: string | null;
  /**
   * When they can come: Saturday; morning, midday and afternoon of Sunday, Monday and Tuesday; Wednesday's morning and its
   * break-down. `a` can, `p` would like to, `n` cannot, `.` did not say. `null`: has not answered.
   */
  readonly says: string | null;
  readonly declines?: boolean;
  readonly isExperienced?: boolean;
  readonly skills?: readonly string[];
  readonly wishedHours?: number;
  readonly mostHoursADay?: number;
  readonly arrives?: DemoMoment;
  readonly departs?: DemoMoment;
  /** What they have to be at elsewhere. */
  readonly except?: readonly [day: number, from: string, until: string, why: string];
  readonly note?: string;
  /** How far their passes have come; without it they have the right ones. */
  readonly pass?: PassStatus;
}

const old = { isExperienced: true } as const;
const lead = { isExperienced: true, skills: ['lead'] } as const;

/** Nobody of these exists; their organisations do. */
export const volunteers: readonly Volunteer[] = [
  {
    name: 'Sam Staff',
    organisation: null,
    says: 'a aaa aaa aaa aa',
    ...lead,
    wishedHours: 8,
    pass: 'collected',
  },
  {
    name: 'Kit Keeper',
    organisation: null,
    says: 'a aaa aaa aaa aa',
    ...lead,
    wishedHours: 8,
    pass: 'collected',
  },
  {
    name: 'Wanda Twohats',
    organisation: null,
    says: '. .pp paa ppa n.',
    ...lead,
    departs: [3, '17:00'],
    except: [2, '12:30', '14:00', 'I speak at a fringe on community wealth'],
  },
  { name: 'Desmond Delegate', organisation: null, says: '. aaa aaa nnn ..', ...old },
  { name: 'Iris Imaginary', organisation: null, says: '. naa pan pan a.', ...old, skills: ['topic:housing'] },
  { name: 'Lena Lorem', organisation: null, says: '. nnn aap aap a.', mostHoursADay: 3 },
  { name: 'Polly Partner', organisation: null, says: '. ppa aan nnn nn', ...old },
  { name: 'Asha Example', organisation: 'Oldham Council', says: '. aaa aaa aaa a.', ...lead, wishedHours: 6 },
  {
    name: 'Bram Sample',
    organisation: 'Plymouth City Council',
    says: '. .ap aaa aaa n.',
    arrives: [1, '12:00'],
    note: 'My train from Plymouth gets in just before noon on Sunday.',
  },
  {
    name: 'Carys Specimen',
    organisation: 'Cardiff Council',
    says: '. aaa ppn aan a.',
    ...lead,
    skills: ['lead', 'language:cy'],
  },
  { name: 'Dilip Fictional', organisation: 'Birmingham City Council', says: '. nap aaa aaa nn', ...old },
  {
    name: 'Effie Madeup',
    organisation: 'Glasgow City Council',
    says: '. ... aaa aaa aa',
    ...old,
    arrives: [2, '10:30'],
  },
  {
    name: 'Farid Invented',
    organisation: 'Bristol City Council',
    says: '. paa naa naa nn',
    mostHoursADay: 4,
    except: [3, '15:00', '16:30', 'Delegation meeting'],
  },
  { name: 'Greta Pretend', organisation: 'Kirklees Council', says: '. aan aan aan a.', ...lead },
  {
    name: 'Huw Placeholder',
    organisation: 'Preston City Council',
    says: '. naa nap nnn ..',
    pass: 'photo-accepted',
  },
  {
    name: 'Ines Mockup',
    organisation: 'Lambeth Council',
    says: '. aaa aaa ... ..',
    ...old,
    skills: ['language:es'],
  },
  {
    name: 'Jack Example',
    organisation: 'Sunderland City Council',
    says: '. nnn ppa aaa an',
    departs: [4, '12:30'],
  },
  {
    name: 'Kezia Sample',
    organisation: 'Sandwell Metropolitan Borough Council',
    says: '. aap nnn paa nn',
    ...old,
  },
  {
    name: 'Lowri Specimen',
    organisation: 'Telford and Wrekin Council',
    says: '. aaa aaa aaa n.',
    skills: ['bsl'],
    wishedHours: 3,
    note: 'I would rather not stand for two slots on end.',
    mostHoursADay: 2,
  },
  { name: 'Musa Fictional', organisation: 'Croydon Council', says: '. nan aap nan a.', ...lead },
  { name: 'Nia Madeup', organisation: 'Southampton City Council', says: '. paa aaa nnn nn', pass: 'applied' },
  {
    name: 'Owen Invented',
    organisation: 'Burntwood Town Council',
    says: '. ... naa naa an',
    ...old,
    arrives: [2, '11:00'],
  },
  { name: 'Pavel Pretend', organisation: 'Seaton Valley Community Council', says: '. aaa aan n.. ..' },
  {
    name: 'Rosa Placeholder',
    organisation: 'York Labour Group',
    says: 'a ppp nnn aaa n.',
    ...old,
    pass: 'photo-accepted',
  },
  {
    name: 'Sol Mockup',
    organisation: 'Co-operatives UK',
    says: '. .aa apa aaa a.',
    ...lead,
    skills: ['lead', 'topic:care'],
  },
  {
    name: 'Tess Example',
    organisation: 'The Co-operative College',
    says: '. aan aaa nap a.',
    pass: 'refused',
  },
  { name: 'Uzma Sample', organisation: 'Locality', says: '. n.. pap pan nn' },
  { name: 'Vince Specimen', organisation: 'Hull City Council', says: null },
  { name: 'Winnie Fictional', organisation: 'Torbay Council', says: null },
  { name: 'Yann Madeup', organisation: 'Brent Council', says: null, declines: true },
];

/** Under which their link is sent. */
export const addressOf = ({ name }: Pick<Volunteer, 'name'>): string =>
  `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
