/** Somebody who applied for a visit. Nobody of these exists; their organisations do. */
export interface DemoApplicant {
  readonly name: string;
  readonly organisation: string;
  /** That of the organisation. */
  readonly category: 'full' | 'associate' | 'affiliate' | 'supporter';
  readonly jobTitle: string;
  readonly isPress?: boolean;
  readonly why: string;
  readonly bringBack: string;
  /** What two assessors gave, 0 to 5: for why they want to come and for what they will bring back, `54 45`. */
  readonly scores: string;
  /** What they wrote of their diet; nothing is needed unless it is said. */
  readonly diet?: string;
}

const council = (
  organisation: string,
  name: string,
  jobTitle: string,
  why: string,
  bringBack: string,
  scores: DemoApplicant['scores'],
  diet?: string,
): DemoApplicant => ({
  name,
  organisation,
  category: 'full',
  jobTitle,
  why,
  bringBack,
  scores,
  ...(diet !== undefined && { diet }),
});

/**
 * Who applied for Emilia-Romagna: 25 of these, of 16 organisations, travelled. The visit took two of an organisation at most, and
 * kept a place for the press.
 */
export const applicants: readonly DemoApplicant[] = [
  council(
    'Rochdale Metropolitan Borough Council',
    'Wanda Twohats',
    'Co-operative development officer',
    'Rochdale began it, and Bologna carried it on. I want to see what a region does that never stopped.',
    'A plan for a consortium of our care co-operatives, to the cabinet in June.',
    '55 54',
  ),
  council(
    'Rochdale Metropolitan Borough Council',
    'Orla Ordinary',
    'Head of adult care',
    'Two of our care providers are to close. I want to see social co-operatives of type A at work.',
    'A pilot with one home, with its staff as members.',
    '45 55',
    'vegetarian',
  ),
  council(
    'Oldham Council',
    'Asha Example',
    'Cabinet member for co-operatives',
    'To see what law and tax do for co-operatives where they are a tenth of the economy.',
    'A motion to full council, and an evening for our neighbours.',
    '54 44',
  ),
  council(
    'Oldham Council',
    'Piet Plain',
    'Economic strategy manager',
    'Our community wealth work has no bank. I want to hear how a co-operative one decides.',
    'A paper on a mutual for the borough.',
    '44 45',
  ),
  council(
    'Plymouth City Council',
    'Bram Sample',
    'Social enterprise lead',
    'Plymouth is a social enterprise city; Bologna is ahead of us by fifty years.',
    'Three visits to our own food network with what I have learned.',
    '54 54',
    'no nuts',
  ),
  council(
    'Plymouth City Council',
    'Quilla Quiet',
    'Deputy leader',
    'I have to decide on the future of our catering service this year.',
    'The decision, and its reasons, in public.',
    '44 44',
  ),
  council(
    'Cardiff Council',
    'Carys Specimen',
    'Procurement officer',
    'Social clauses are on paper with us. I want to see tenders that social co-operatives win.',
    'A guide in Welsh and in English.',
    '55 44',
  ),
  council(
    'Birmingham City Council',
    'Dilip Fictional',
    'Transport planner',
    'A taxi co-operative of 1,500 owners is what our drivers ask us about.',
    'A meeting of drivers and the licensing committee.',
    '45 44',
    'halal',
  ),
  council(
    'Birmingham City Council',
    'Rhona Regular',
    'Regeneration manager',
    'To understand how consortia give small firms the weight of large ones.',
    'A chapter of our industrial plan.',
    '43 44',
  ),
  council(
    'Glasgow City Council',
    'Effie Madeup',
    'Co-operative Glasgow lead',
    'We fund new co-operatives and lose half of them in five years. Theirs live.',
    'A new scheme of loans that follow the co-operative, not the year.',
    '55 55',
  ),
  council(
    'Glasgow City Council',
    'Struan Standard',
    'Councillor',
    'To learn what a councillor may and may not do for a co-operative there.',
    'A talk in each of my wards.',
    '34 44',
  ),
  council(
    'Bristol City Council',
    'Farid Invented',
    'Housing lead',
    'Their housing co-operatives build; ours hold on to what there is.',
    'A site, and somebody to build on it together.',
    '44 54',
    'vegan',
  ),
  council(
    'Kirklees Council',
    'Greta Pretend',
    'Democracy officer',
    'How do members with a vote each run something of a thousand people?',
    'An assembly of our own on who decides in services.',
    '45 44',
  ),
  council(
    'Kirklees Council',
    'Tomos Typical',
    'Care commissioner',
    'I buy care by the hour, and would rather buy it by the person.',
    'Two contracts that are up next spring.',
    '44 34',
  ),
  council(
    'Preston City Council',
    'Huw Placeholder',
    'Community wealth officer',
    'Preston is asked for advice everywhere; it is our turn to ask.',
    'What they would not do again, written down.',
    '54 45',
  ),
  council(
    'Preston City Council',
    'Una Usual',
    'Leader’s adviser',
    'To see the university’s part: ours wishes to have one.',
    'A course with our university.',
    '43 44',
  ),
  council(
    'Lambeth Council',
    'Ines Mockup',
    'Participation lead',
    'I speak Italian and Spanish and can carry talk across the table.',
    'A network of those who answer letters from Bologna.',
    '44 44',
  ),
  council(
    'Sunderland City Council',
    'Jack Example',
    'Business support manager',
    'Workers who buy out their firm have a law there and luck here.',
    'A guide for owners who want to retire.',
    '45 54',
  ),
  council(
    'Sunderland City Council',
    'Vesna Various',
    'Councillor',
    'To hear from women who lead co-operatives of cleaning and catering.',
    'Mentors for ours.',
    '34 44',
  ),
  council(
    'Salford City Council',
    'Lena Lorem',
    'Policy officer',
    'Salford has a co-operative charter. What does it change on a Tuesday?',
    'A charter that says less and does more.',
    '44 44',
    'no gluten',
  ),
  council(
    'Knowsley Metropolitan Borough Council',
    'Iris Imaginary',
    'Cabinet member',
    'Our housing company could belong to its tenants. I want to meet tenants who own.',
    'A vote of tenants.',
    '44 43',
  ),
  council(
    'Cardiff Council',
    'Alun Another',
    'Finance officer',
    'To read the accounts of a regional co-operative bank with somebody who keeps them.',
    'A note for the pension fund.',
    '34 44',
  ),
  {
    name: 'Wilf Whoever',
    organisation: 'Winsford Town Council',
    category: 'associate',
    jobTitle: 'Town clerk',
    why: 'We are small, and new to this. I would like to know what a town of 30,000 can begin with.',
    bringBack: 'A market hall that its traders run.',
    scores: '33 34',
  },
  {
    name: 'Xanthe Example',
    organisation: 'Co-operatives UK',
    category: 'affiliate',
    jobTitle: 'Reporter',
    isPress: true,
    why: 'To report on the visit for the co-operative press.',
    bringBack: 'Four articles, one of them on what does not work.',
    scores: '44 44',
  },
  {
    name: 'Yusuf Yonder',
    organisation: 'The Co-operative College',
    category: 'affiliate',
    jobTitle: 'Lecturer',
    why: 'We teach this movement’s history and have nobody who has seen its present.',
    bringBack: 'A module for officers of councils.',
    scores: '44 34',
  },
  // From here on those for whom there was no place.
  council(
    'Glasgow City Council',
    'Zara Zed',
    'Graduate trainee',
    'I wrote my thesis on Emilia-Romagna and have never been.',
    'My thesis, put right.',
    '33 33',
  ),
  council(
    'Newcastle City Council',
    'Desmond Delegate',
    'Events officer',
    'To see how they host visits.',
    'Notes for our own.',
    '22 32',
  ),
  council(
    'Bristol City Council',
    'Bettina Backup',
    'Councillor',
    'I have always wanted to see Bologna.',
    'An article for the ward’s newsletter.',
    '23 22',
  ),
  {
    name: 'Cosmo Counterpart',
    organisation: 'Power to Change',
    category: 'affiliate',
    jobTitle: 'Researcher',
    why: 'For a study on how regions pay for co-operatives’ beginnings.',
    bringBack: 'The study.',
    scores: '33 33',
  },
];
