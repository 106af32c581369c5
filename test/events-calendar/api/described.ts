import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** What a test reads of the API's description. */
export interface ApiDocument {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Operation {
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;
}

const pointer = (...parts: readonly string[]): string =>
  parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/**
 * Says what of an answer is not as the API's description has it: an operation or status that it does not know, a content
 * type or a body that it did not promise.
 */
export function answerChecker(document: ApiDocument) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ ...document, $id: 'api' });
  const compiled = new Map<string, ValidateFunction>();
  const patterns = Object.keys(document.paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  }));

  return (method: string, address: string, status: number, contentType: string | null, body: unknown) => {
    const asked = address.split('?', 1)[0] ?? '';
    const path = patterns.find((one) => one.pattern.test(asked))?.path ?? '';
    const operation = document.paths[path]?.[method.toLowerCase()];
    const response = operation?.responses[String(status)];
    if (!response) return `${method} ${asked} is not said to answer ${status}`;
    if (response.content === undefined) return body === null ? null : `${status} came with a body`;
    const type = contentType?.split(';', 1)[0] ?? '';
    if (!(type in response.content)) return `${status} came as ${type}`;
    const responses = pointer('paths', path, method.toLowerCase(), 'responses');
    const place = `${responses}${pointer(String(status), 'content', type, 'schema')}`;
    const validate = compiled.get(place) ?? ajv.compile({ $ref: `api#${encodeURI(place)}` });
    compiled.set(place, validate);
    return validate(body) ? null : `${method} ${asked} ${status}: ${ajv.errorsText(validate.errors)}`;
  };
}
