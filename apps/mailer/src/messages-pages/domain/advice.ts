/** What staff can do about a dead letter, from what it died of. */
export interface Advice {
  /** What that means, in a sentence or two. */
  readonly why: string;
  /** What to do about it. */
  readonly what: string;
}

const tell = 'tell whoever looks after the site, with the request’s id';

const cases: readonly (readonly [RegExp, Advice])[] = [
  [
    /^Unreadable:|is not for \S+ to handle/,
    {
      why: 'The message is not as the two parts of the site have agreed. That is a fault in the program, not in what somebody did.',
      what: `To put it back will not help by itself: ${tell}. Put it back once they have mended it.`,
    },
  ],
  [
    /not handled within/,
    {
      why: 'To handle it took too long each time, so it was broken off. Nothing of it was done.',
      what: `Put it back when less is going on. If it comes back here, ${tell}.`,
    },
  ],
  [
    /stalled more than/,
    {
      why: 'This part of the site stopped working several times while it handled the message. Perhaps the message was at fault, perhaps the machine was.',
      what: `Ask whoever looks after the site whether the machine had trouble then. If it had, put the message back; if not, ${tell}.`,
    },
  ],
];

const usual: Advice = {
  why: 'It was tried several times over about four minutes, and failed each time. Nothing of it was done.',
  what: `If what went wrong has passed, such as something that was missing or did not answer, put it back. If it comes back here, ${tell}.`,
};

/** @param error what the last attempt ended with */
export function adviceOn(error: string): Advice {
  return cases.find(([pattern]) => pattern.test(error))?.[1] ?? usual;
}
