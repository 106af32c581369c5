/** What a rule about the domain may use of the outside world: dates, recurrence, file formats; nothing that reads or sends. */
const pureInDomain = [
  'temporal-polyfill',
  'rrule-temporal',
  'ical-generator',
  'ical[.]js',
  'csv-parse',
  'csv-stringify',
  'timezones-ical-library',
  'zod',
];

/** Of Node: what only computes. */
const pureOfNode = ['buffer', 'crypto', 'util', 'string_decoder', 'url', 'punycode'];

const specs = '[.](?:e2e-)?spec[.]tsx?$|/testing/';

/**
 * Who may depend on whom. The rules are held by test/architecture/dependencies.spec.ts, which also breaks each of them.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'Rules and state machines know nothing of Nest, the database or HTTP.',
      severity: 'error',
      from: { path: '^apps/.+/domain/', pathNot: specs },
      to: {
        pathNot: [
          '^apps/.+/domain/',
          '^libs/(?:checks|commitments|contracts|csv|icalendar)/',
          `^node_modules/(?:${pureInDomain.join('|')})/`,
          `^(?:node:)?(?:${pureOfNode.join('|')})$`,
        ],
      },
    },
    {
      name: 'libs-of-rules-are-pure',
      comment: 'Rules may use them, so they may use no more than rules.',
      severity: 'error',
      from: { path: '^libs/(?:checks|commitments|csv|icalendar)/', pathNot: specs },
      to: {
        pathNot: [
          '^libs/(?:checks|commitments|csv|icalendar)/',
          `^node_modules/(?:${pureInDomain.join('|')})/`,
          `^(?:node:)?(?:${pureOfNode.join('|')})$`,
        ],
      },
    },
    {
      name: 'apps-stand-alone',
      comment: 'Each app is built and deployed on its own.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-know-no-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'contracts-are-plain',
      comment: 'What is agreed between services is no matter of how they are built.',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: specs },
      to: { pathNot: ['^libs/contracts/', '^node_modules/zod/'] },
    },
    {
      name: 'platform-knows-no-ui',
      comment: 'A service without pages needs the platform alone.',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: '^libs/ui/' },
    },
    {
      name: 'launcher-is-for-starting-and-tests',
      severity: 'error',
      from: { pathNot: '^(?:libs/launcher|test)/' },
      to: { path: '^libs/launcher/' },
    },
    {
      name: 'tests-stay-out',
      comment: 'What runs in production needs nothing that is there for tests.',
      severity: 'error',
      from: { path: '^(?:apps|libs)/', pathNot: specs },
      to: { path: `^test/|${specs}`, pathNot: '^libs/launcher/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unknown',
      comment: 'An import that leads nowhere would pass every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  },
};
