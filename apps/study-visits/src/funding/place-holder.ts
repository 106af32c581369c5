/** Whose place it is: an applicant’s who is to be offered it or is, or a traveller’s. */
export type PlaceHolder = { readonly applicationId: string } | { readonly travellerId: string };
