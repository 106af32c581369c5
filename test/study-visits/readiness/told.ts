/** What a traveller of tests tells: texts that stand nowhere else, so that they can be looked for. */
export const secrets = {
  number: 'ZQ7654321',
  second: 'PX9988776',
  bornOn: '1961-07-23',
  policy: 'POL-445566-XY',
  company: 'Quagga Mutual',
  contact: 'Zebedee Nextofkin',
  contactPhone: '+44 7700 900987',
  diet: 'Anaphylaxis from brazil nuts',
  access: 'Wheelchair and a morphine pump',
} as const;

/** What is sent by the API of each thing, of a traveller whose papers are good for Spain in March 2035. */
export const told = {
  passport: {
    passports: [
      {
        number: secrets.number,
        nationality: 'GB',
        bornOn: secrets.bornOn,
        issuedOn: '2026-01-01',
        expiresOn: '2035-12-31',
      },
      { number: secrets.second, nationality: 'IE', issuedOn: '2025-05-05', expiresOn: '2035-03-14' },
    ],
  },
  insurance: {
    company: secrets.company,
    policyNumber: secrets.policy,
    phone: '+44 20 7946 0999',
    from: '2035-03-01',
    until: '2035-03-31',
  },
  'emergency-contact': {
    name: secrets.contact,
    relation: 'Cousin',
    phone: secrets.contactPhone,
    email: 'zebedee@example.org',
  },
  dietary: { text: secrets.diet, hasAgreed: true },
  access: { text: secrets.access, hasAgreed: true },
  consent: { hosts: true, party: false, photos: false },
} as const;

/** What must stand nowhere in clear, however it is written. */
export const marks: readonly string[] = [
  secrets.number,
  secrets.second,
  secrets.bornOn,
  secrets.policy,
  secrets.company,
  secrets.contact,
  secrets.contactPhone,
  'brazil nuts',
  'morphine',
];
