import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The words of the last column of the glossary. */
const retiredWords = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
  .split('## Glossary')[1]
  ?.split('## Layers')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| term') && !line.startsWith('| ---'))
  .flatMap((line) => [...(line.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? ''));

/** History, data of others, and files that are derived from checked ones. */
const unchecked =
  /^(.*\/(node_modules|dist|fixtures)\/|CHANGELOG\.md|\.changeset\/|docs\/architecture\.md|test\/contract\/glossary\.spec\.ts|docs\/openapi\.json|package-lock\.json|libs\/koodrive\/contract\/(facts|examples|.*\.yaml)|.*\/generated\/)/;

/** Names and texts of public interfaces that still use a retired word. They change together with the interface. */
const publicInterfaces: readonly { readonly text: RegExp; readonly reason: string }[] = [
  { text: /answers?Break(s|ing)Contract/g, reason: "members of the sandbox's control API" },
  { text: /\bdoor\b/g, reason: 'member of the API: how a browser session was started' },
  { text: /\banswer-refused\b/g, reason: 'reason in the audit log' },
  { text: /'(cache:)?purge'/g, reason: 'protocol between instances, which may be of different versions' },
  { text: /\banswer: described/g, reason: 'a cache entry as another version wrote it' },
  {
    text: /Answer not understood|The answer of KooDrive was|did not answer in time|has lapsed\.|cannot be kept now/g,
    reason: 'texts of problems',
  },
  { text: /that answers JSON|must be a (moment|whole number)/g, reason: 'texts of validation errors' },
];

const folders = ['.ci', '.github', 'apps', 'deploy', 'docs', 'libs', 'test'];
const listFolder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
const checkedFiles = [...folders.flatMap(listFolder), ...readdirSync(root)]
  .map((file) => file.split(sep).join('/'))
  .filter(
    (file) => /\.(ts|mts|mjs|md|ya?ml|json|sh|conf|html)$|(^|\/)(Dockerfile|run)$/.test(file) && !unchecked.test(file),
  );

/** The word alone, or as a part of a camelCase or hyphenated name; a prefix such as `mostX` stands for every name with it. */
function patternOf(word: string): RegExp {
  const prefix = /^(most|least)[A-Z]/.exec(word)?.[1];
  if (prefix) return new RegExp(`(?<![A-Za-z])${prefix}[A-Z]\\w*`, 'g');
  const escaped = word.replace(/ /g, '\\s+');
  const capitalized = escaped.charAt(0).toUpperCase() + escaped.slice(1);
  return new RegExp(`(?<![A-Za-z])${escaped}(?![a-z])|(?<=[a-z]|\\b)${capitalized}(?![a-z])`, 'g');
}

function findUses(pattern: RegExp): string[] {
  return checkedFiles.flatMap((file) => {
    let text = readFileSync(join(root, file), 'utf8');
    for (const { text: name } of publicInterfaces) text = text.replace(name, '');
    return [...text.matchAll(pattern)].map(
      ({ 0: found, index }) => `${file}:${text.slice(0, index).split('\n').length} ${found}`,
    );
  });
}

describe('The glossary', () => {
  it('retires words', () => expect(retiredWords?.length).toBeGreaterThan(30));

  it.each(retiredWords ?? [])('%j is used nowhere', (word) => {
    expect(findUses(patternOf(word))).toEqual([]);
  });
});
