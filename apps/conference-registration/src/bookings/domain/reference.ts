import { randomInt } from 'node:crypto';

// Without those that are mistaken for each other when they are read out or written by hand: 0 and O, 1, I and L.
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const length = 6;
const shape = new RegExp(`^CN-[${signs}]{${length}}$`);

/** "CN-7K3QFM": what a booking is called; one of 887 million. */
export function newReference(): string {
  return `CN-${Array.from({ length }, () => signs[randomInt(signs.length)]).join('')}`;
}

/**
 * A reference as it may have been typed: "cn 7k3qfm", "7K3QFM".
 *
 * @returns as it is kept; `null`: it is none
 */
export function readReference(text: string): string | null {
  const given = text.toUpperCase().replaceAll(/[^A-Z\d]/g, '');
  const reference = `CN-${given.length === length ? given : given.replace(/^CN/, '')}`;
  return shape.test(reference) ? reference : null;
}
