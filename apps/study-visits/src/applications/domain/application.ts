/** `draft` until it is submitted; `withdrawn` by the applicant or, for them, by staff. */
export const applicationStatuses = ['draft', 'submitted', 'withdrawn'] as const;

export type ApplicationStatus = (typeof applicationStatuses)[number];

/** What somebody applies as: places may be reserved for the press. */
export const applicationKinds = ['member', 'press'] as const;

export type ApplicationKind = (typeof applicationKinds)[number];

/** The questions, in the order in which they are asked. */
export const questions = ['why', 'bringBack', 'supporter'] as const;

export type Question = (typeof questions)[number];

/** What was answered; a question without an answer is not there. */
export type Answers = Readonly<Partial<Record<Question, string>>>;

/** What there is to do before an application can be submitted, in the order of the task list. */
export const steps = ['about', ...questions, 'access', 'reference'] as const;

export type Step = (typeof steps)[number];
