/** Somebody who is invited to the reception, and what they said. Nobody of these exists; their organisations are members. */
export interface DemoGuest {
  readonly name: string;
  readonly organisation: string;
  /** `null`: nothing yet. */
  readonly answer: 'coming' | 'not-coming' | null;
  readonly brings?: number;
  readonly dietary?: string;
}

const coming = { answer: 'coming' } as const;
const notComing = { answer: 'not-coming' } as const;
const noAnswer = { answer: null } as const;

/** In the order in which they answered. */
export const guests: readonly DemoGuest[] = [
  {
    name: 'Cllr Anwen Imagined',
    organisation: 'Cardiff Council',
    ...coming,
    brings: 1,
    dietary: 'Vegetarian, both of us',
  },
  {
    name: 'Cllr Tariq Pretend',
    organisation: 'Rochdale Metropolitan Borough Council',
    ...coming,
    dietary: 'Halal',
  },
  { name: 'Moira Makebelieve', organisation: 'Glasgow City Council', ...coming },
  {
    name: 'Cllr Ruth Invented',
    organisation: 'Plymouth City Council',
    ...coming,
    dietary: 'No nuts: a serious allergy',
  },
  { name: 'Obi Placeholder', organisation: 'Power to Change', ...notComing },
  { name: 'Cllr Ffion Fictional', organisation: 'Telford and Wrekin Council', ...coming, brings: 2 },
  { name: 'Gus Specimen', organisation: 'Co-operatives UK', ...coming, dietary: 'Vegan' },
  { name: 'Cllr Nadia Example', organisation: 'Oldham Council', ...coming },
  { name: 'Pritesh Mockup', organisation: 'Milton Keynes Council', ...notComing },
  { name: 'Cllr Hal Sample', organisation: 'Oxford City Council', ...noAnswer },
  { name: 'Ivy Madeup', organisation: 'Locality', ...noAnswer },
  { name: 'Cllr Bea Lorem', organisation: 'Stevenage Borough Council', ...noAnswer },
];

/** Under which their invitation is sent. */
export const guestAddress = ({ name }: DemoGuest): string =>
  `${name.replace('Cllr ', '').toLowerCase().replaceAll(' ', '.')}@example.org`;
