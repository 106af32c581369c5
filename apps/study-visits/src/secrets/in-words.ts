const fields: Readonly<Record<string, string>> = {
  passport: 'Passports',
  insurance: 'Insurance',
  'emergency-contact': 'Emergency contacts',
  dietary: 'What they eat',
  access: 'Access and health',
};

/** What a field is called in lists: "Passports". */
export const fieldInWords = (field: string): string => fields[field] ?? field;
