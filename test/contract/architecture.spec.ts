import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { allowedLibraryImports, foundationImports } from '../../libs/boundaries.eslint.mjs';

const root = resolve(import.meta.dirname, '../..');
const document = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

/** The node of the drawing that a source file belongs to. */
function nodeOf(path: string): string {
  const [area, name, , folder, ...rest] = path.split('/');
  if (area === 'libs') return name ?? '';
  if (name === 'sandbox') return 'sandbox';
  if (folder === undefined || rest.length === 0) return 'main';
  return folder in foundationImports || folder === 'commands' ? folder : 'resources';
}

const sourceFiles = ['apps', 'libs']
  .flatMap((area) =>
    readdirSync(join(root, area), { recursive: true, encoding: 'utf8' }).map((file) => join(area, file)),
  )
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\/src\/.*\.ts$/.test(file) && !/\.spec(-support)?\.ts$/.test(file));

function findImports(file: string): string[] {
  const targets = [...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:from|import) '([^']+)'/g)].map(
    ([, target]) => target ?? '',
  );
  return targets.flatMap((target) => {
    if (target.startsWith('#')) return [target.slice(1)];
    return target.startsWith('.') ? [nodeOf(relative(root, join(root, dirname(file), target)))] : [];
  });
}

const importedArrows = new Set(
  sourceFiles.flatMap((file) =>
    findImports(file)
      .filter((target) => target !== nodeOf(file))
      .map((target) => `${nodeOf(file)} --> ${target}`),
  ),
);
const drawnArrows = (document.split('```mermaid')[1] ?? '')
  .split('```')[0]
  ?.split('\n')
  .map((line) => line.trim())
  .filter((line) => line.includes('-->'));

describe('The drawing in docs/architecture.md', () => {
  it('shows the imports of the code, no more and no fewer', () => {
    expect(sourceFiles.length).toBeGreaterThan(300);
    expect([...(drawnArrows ?? [])].sort()).toEqual([...importedArrows].sort());
  });

  it('agrees with the lint rules about what a library may import', () => {
    const allowed = Object.entries(allowedLibraryImports).flatMap(([from, targets]) =>
      targets.map((to) => `${from} --> ${to}`),
    );
    const drawn = drawnArrows?.filter((arrow) => (arrow.split(' ')[0] ?? '') in allowedLibraryImports) ?? [];
    expect(drawn.sort()).toEqual(allowed.sort());
  });

  it('agrees with the table of layers: a library imports only from lower ones', () => {
    const layerOf = new Map<string, number>();
    for (const [, layer, cell] of document.matchAll(/^\| (\d)\s+\| (.*) \|$/gm)) {
      for (const [, name] of (cell ?? '').matchAll(/`(?:libs\/)?([a-z-]+)`/g)) layerOf.set(name ?? '', Number(layer));
    }
    for (const [from, targets] of Object.entries(allowedLibraryImports)) {
      if (from === 'client') continue;
      expect(layerOf.get(from)).toBeDefined();
      for (const to of targets)
        expect({ from, to, lower: (layerOf.get(to) ?? 9) < (layerOf.get(from) ?? 0) }).toMatchObject({ lower: true });
    }
  });
});
