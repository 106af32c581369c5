import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const declared =
  /^export (?:declare |abstract |async )*(?:const|let|function\*?|class|enum) ([A-Za-z_$][\w$]*)/gm;
const listed = /^export \{([^}]*)\}(?: from '([^']+)')?;/gm;
const all = /^export \* from '([^']+)';/gm;

/** @type {(list: string) => { name: string, as: string }[]} */
function namesIn(list) {
  return list
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && !each.startsWith('type '))
    .map((each) => {
      const [name = '', as = name] = each.split(/\s+as\s+/);
      return { name, as };
    });
}

/** @type {(from: string, specifier: string) => string | null} the source that a relative import leads to */
function sourceOf(from, specifier) {
  if (!specifier.startsWith('.')) return null;
  const path = resolve(dirname(from), specifier);
  const candidates = [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')];
  return candidates.find((each) => existsSync(each)) ?? null;
}

/**
 * Which source each value comes from that a source exports, by its name. What is exported by another name than it has where
 * it comes from, or in a way that is not known here, is left out.
 *
 * @param {string} source its path
 * @returns {Map<string, string>}
 */
export function originsIn(source) {
  const code = readFileSync(source, 'utf8');
  const origins = new Map([...code.matchAll(declared)].map(([, name = '']) => [name, source]));
  for (const [, list = '', specifier] of code.matchAll(listed)) {
    const from = specifier === undefined ? source : sourceOf(source, specifier);
    const known = from !== null && from !== source ? originsIn(from) : null;
    for (const { name, as } of namesIn(list)) {
      const origin = known === null ? from : known.get(name);
      if (origin && name === as) origins.set(name, origin);
    }
  }
  for (const [, specifier = ''] of code.matchAll(all)) {
    const from = sourceOf(source, specifier);
    if (from === null) continue;
    for (const [name, origin] of originsIn(from)) if (!origins.has(name)) origins.set(name, origin);
  }
  return origins;
}

/**
 * For each library, by what imports call it, the source of each value that it exports.
 *
 * @param {string} root the repository, whose package.json says where the libraries are
 * @returns {Map<string, Map<string, string>>}
 */
export function originsOf(root) {
  /** @type {{ imports: Record<string, { types: string }> }} */
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return new Map(Object.entries(imports).map(([name, { types }]) => [name, originsIn(join(root, types))]));
}

/**
 * Compiled code in which what was imported from a library is imported from where it is declared, so that a test loads that and
 * not the whole library. Imports of what is not known stay as they are, and so does the number of lines.
 *
 * @param {string} code
 * @param {ReadonlyMap<string, ReadonlyMap<string, string>>} origins
 */
export function withDirectImports(code, origins) {
  return code.replaceAll(/^import \{([^}]*)\} from ['"](#[a-z]+)['"];/gm, (whole, list, library) => {
    const known = origins.get(library);
    if (known === undefined) return whole;
    return namesIn(list)
      .map(({ name, as }) => {
        const from = known.get(name) ?? library;
        return `import { ${name}${as === name ? '' : ` as ${as}`} } from ${JSON.stringify(from)};`;
      })
      .join(' ');
  });
}
