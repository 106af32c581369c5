import type { FastifyRequest } from 'fastify';
import { accepted } from '#checks';
import { notFound, readJson } from '#platform';
import { isOpen, isToldItem, readinessItems } from '../domain/item.js';
import type { ReadyTraveller } from '../read-readiness.js';
import type { Told } from '../tell-item.js';
import { toldInputs } from './readiness.schema.js';

/** A traveller and how everything of theirs stands. */
export const readyJson = ({ traveller, marks, open }: ReadyTraveller) => ({
  travellerId: traveller.id,
  number: traveller.number,
  name: traveller.name,
  organisationName: traveller.organisationName,
  open,
  marks,
});

/** The same for a booking-contact: done or to do, and no reason. */
export const contactJson = ({ traveller, marks }: ReadyTraveller) => ({
  name: traveller.name,
  marks: Object.fromEntries(
    readinessItems.map((item) => [item, isOpen(marks[item].status) ? 'to-do' : marks[item].status]),
  ),
});

/** What was sent of one thing, for the same checks as what is typed. @throws Problem 404, 415, 422 */
export function toldFrom(request: FastifyRequest, item: string): Told {
  if (!isToldItem(item)) throw notFound();
  switch (item) {
    case 'passport': {
      const { passports } = readJson(request, toldInputs.passport);
      return {
        item,
        passports: passports.map(({ bornOn, issuedOn, expiresOn, ...texts }) => ({
          ...texts,
          bornOn: accepted(bornOn),
          issuedOn: accepted(issuedOn),
          expiresOn: accepted(expiresOn),
        })),
      };
    }
    case 'insurance': {
      const { from, until, ...texts } = readJson(request, toldInputs.insurance);
      return { item, insurance: { ...texts, from: accepted(from), until: accepted(until) } };
    }
    case 'emergency-contact': {
      const { email, ...texts } = readJson(request, toldInputs['emergency-contact']);
      return { item, contact: { ...texts, email: email ?? '' } };
    }
    case 'dietary':
    case 'access': {
      const { text, hasAgreed } = readJson(request, toldInputs[item]);
      return { item, needs: { hasNeeds: text !== null, text: text ?? '', hasAgreed } };
    }
    case 'consent':
      return { item, consents: readJson(request, toldInputs.consent) };
  }
}
