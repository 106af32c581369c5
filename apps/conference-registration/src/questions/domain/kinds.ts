/** Of whom a question is asked: each delegate, or once for the booking. */
export const questionSubjects = ['delegate', 'booking'] as const;
export type QuestionSubject = (typeof questionSubjects)[number];

/** How a question is answered. */
export const questionKinds = ['text', 'long-text', 'choice', 'several', 'yes-no', 'file'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Special categories of personal data (UK GDPR article 9), or close to them: only those who need them see the answers. */
export const sensitivities = ['dietary', 'access', 'health'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** That a question is asked only of those who gave another answer. */
export interface OnlyIf {
  /** A question that stands earlier, is asked of the same, and is a choice, several or yes-no. */
  readonly questionId: string;
  /** Of its choices; of a yes-no question `yes` or `no`. Of several one is enough. Never none. */
  readonly oneOf: readonly string[];
}
