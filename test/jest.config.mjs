/**
 * Sources are compiled by swc as they are loaded. `#platform` and the other subpath imports lead to `dist/` for Node
 * itself, so tests map them to the sources: a unit test never runs yesterday's build.
 * @type {import('jest').Config}
 */
export default {
  rootDir: '..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,libs,test}/**/*{.,-}spec.{ts,tsx}'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^#(platform|checks|commitments|elsewhere|ui|csv|icalendar|imports|launcher|contracts|messaging|people|sheets|uploads|pdf|solver)$':
      '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '^.+\\.tsx?$': '<rootDir>/test/transform.mjs' },
  setupFilesAfterEnv: ['<rootDir>/test/temporal-equality.ts', '<rootDir>/test/repeatable-properties.ts'],
  // Machines that run tests are slow and busy: a test has time enough, and says what it waits for in vain before it is over.
  testTimeout: 180_000,
  // What each suite has loaded stays in its worker: one that has grown is begun anew before it runs out of memory.
  workerIdleMemoryLimit: '1500MB',
  transformIgnorePatterns: ['/node_modules/'],
};
