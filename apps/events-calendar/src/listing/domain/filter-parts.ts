import type { Filter } from './filter.js';
import { slugInWords } from '../../events/domain/slug.js';
import { capitalised, kindPlural } from './names.js';

/** One thing that is filtered by. */
export interface FilterPart {
  /** “Meetings”, “Place: Cardiff” */
  readonly words: string;
  /** The filter without it. */
  readonly without: Filter;
}

/**
 * What is filtered by, one by one, in the order of the address.
 *
 * @param seriesNames names of series by their slugs; one that is missing is told by its slug
 */
export function filterParts(
  filter: Filter,
  seriesNames: ReadonlyMap<string, string> = new Map(),
): readonly FilterPart[] {
  const { kinds, formats, place, text, series, tag } = filter;
  return [
    ...kinds.map((kind) => ({
      words: kindPlural(kind),
      without: { ...filter, kinds: kinds.filter((other) => other !== kind) },
    })),
    ...formats.map((format) => ({
      words: capitalised(format),
      without: { ...filter, formats: formats.filter((other) => other !== format) },
    })),
    ...(place === '' ? [] : [{ words: `Place: ${place}`, without: { ...filter, place: '' } }]),
    ...(text === '' ? [] : [{ words: `“${text}”`, without: { ...filter, text: '' } }]),
    ...(series === null
      ? []
      : [
          {
            words: `Series: ${seriesNames.get(series) ?? slugInWords(series)}`,
            without: { ...filter, series: null },
          },
        ]),
    ...(tag === null ? [] : [{ words: `Tag: ${tag}`, without: { ...filter, tag: null } }]),
  ];
}
