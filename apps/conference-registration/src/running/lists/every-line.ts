/** More lines than a list ever has; an export has no pages. */
export const everyLine = 1_000_000;
