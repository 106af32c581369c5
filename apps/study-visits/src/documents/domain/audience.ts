/** Who may have a document: staff alone, those who travel as well, or everybody who sees the visit. */
export const documentAudiences = ['staff', 'travellers', 'everyone'] as const;

export type DocumentAudience = (typeof documentAudiences)[number];
