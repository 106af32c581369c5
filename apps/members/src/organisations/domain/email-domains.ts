import { domainToASCII } from 'node:url';
import { accepted, problemsOf, refuse, refused, type Checked } from '#checks';
import { publicDomains } from './public-domains.js';

/** More than these no organisation has. */
export const mostDomains = 20;

/** RFC 1035 §2.3.4: labels of at most 63 octets, names of at most 253 as they are written. */
const longestName = 253;
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * A domain of e-mail addresses as mail servers have it: lower-case ASCII (RFC 5891: "bücher.example" becomes
 * "xn--bcher-kva.example"). It may be given with an "@" before it or as a whole address.
 */
export function checkEmailDomain(text: string, field = 'domains'): Checked<string> {
  const given = text.trim();
  const name = given.slice(given.lastIndexOf('@') + 1).replace(/\.$/, '');
  // Blanks and signs of addresses on the web are dropped by the conversion, so they are looked for before it.
  const domain = /[\s/:?#[\]\\%]/.test(name) ? '' : domainToASCII(name);
  const labels = domain.split('.');
  const isName =
    labels.length >= 2 &&
    domain.length <= longestName &&
    labels.every((one) => label.test(one)) &&
    /[a-z]/.test(labels.at(-1) ?? '');
  if (publicDomains.has(domain)) {
    return refuse(
      field,
      'public-domain',
      `Anybody can have an address at ${domain}. Give only domains that are the organisation’s own.`,
    );
  }
  if (!isName) {
    return refuse(
      field,
      'not-a-domain',
      `“${given}” is not the domain of an email address. Write it like rochdale.gov.uk.`,
    );
  }
  return accepted(domain);
}

/** Sorted, without doubles and blanks. */
export function checkEmailDomains(texts: readonly string[], field = 'domains'): Checked<readonly string[]> {
  const checks = texts.filter((text) => text.trim() !== '').map((text) => checkEmailDomain(text, field));
  const problems = problemsOf(...checks);
  if (problems.length > 0) return refused(...problems);
  const domains = [...new Set(checks.flatMap((check) => (check.ok ? [check.value] : [])))].sort();
  if (domains.length > mostDomains) {
    return refuse(field, 'too-many', `There are ${domains.length} domains. Keep ${mostDomains} or fewer.`);
  }
  return accepted(domains);
}
