import { jsxTemplate } from 'preact/jsx-runtime';

/** HTML as it is, for the fixtures' `html` options. Pages and components never write HTML as strings. */
export function RawHtml({ html }: { readonly html: string }) {
  return jsxTemplate([html]);
}
