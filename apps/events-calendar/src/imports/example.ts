/** A small CSV file that shows the usual columns; it can be imported as it is. */
export const exampleCsv = [
  'title,kind,format,start,end,timezone,place,joining_url,audience,series,tags,status,description',
  'Officer call,meeting,online,2027-06-01T10:00,2027-06-01T11:00,Europe/London,,https://meet.example.org/officers,members,officer-calls,officers,draft,News from the councils',
  'Annual conference,conference,in person,2027-10-05,2027-10-06,Europe/London,"Town Hall, Rochdale",,public,,conference; showcase,draft,"Two days, with a civic dinner"',
  'Nominations close,deadline,online,2027-11-26T12:00,,Europe/London,,,members,,,draft,',
  'Strategy session,network event,online,2027-03,,Europe/London,,,members,,,draft,The date is not fixed yet',
  '',
].join('\r\n');
