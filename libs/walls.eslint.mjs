/**
 * The walls between rooms, as lint rules. `floors` says for each library which others it may import; what is not
 * named is a wall. The picture is in docs/architecture.md.
 */
const floors = {
  config: [],
  problem: [],
  store: [],
  resilience: [],
  telemetry: ['problem', 'config'],
  koodrive: ['resilience'],
  callers: ['problem', 'store', 'config', 'koodrive'],
  'access-token': ['koodrive', 'store', 'resilience'],
  cache: ['koodrive', 'store'],
};
const libraries = Object.keys(floors);

const restrict = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const besideLibraries = libraries.map((name) =>
  restrict(
    [`libs/${name}/src/**/*.ts`],
    [
      {
        group: libraries.filter((other) => !floors[name].includes(other)).map((other) => `#${other}`),
        message: `libs/${name} may import only: ${floors[name].join(', ') || 'no other library'}.`,
      },
      { group: ['**/apps/**', '**/libs/**'], message: 'Go through the front door of a library (#name); libraries know no app.' },
      { group: ['@nestjs/common', '@nestjs/core'].slice(0, name === 'koodrive' ? 2 : 0).concat('!@nestjs/axios'), message: 'The upstream client knows nothing of Nest.' },
    ],
  ),
);

export default [
  ...besideLibraries,
  restrict(
    ['apps/sandbox/src/**/*.ts'],
    [{ group: ['#*', '**/libs/**', '**/gateway/**'], message: 'The sandbox is the other side: it shares nothing with the gateway but the contract data.' }],
  ),
  restrict(
    ['apps/gateway/src/**/*.ts'],
    [{ group: ['**/libs/**', '**/sandbox/**'], message: 'Import libraries through their front door (#name).' }],
  ),
];
