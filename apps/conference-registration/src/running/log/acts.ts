/** What is logged of a conference, each with its words after a name. */
export const loggedActs = {
  'private-answers-looked-at': 'looked at private answers with names',
  'private-answers-erased': 'erased the private answers',
  'mail-sent': 'wrote to some of those who come',
} as const;

export type LoggedAct = keyof typeof loggedActs;
