import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json; the same from the source and from dist/. */
export const repositoryRoot = ((): string => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
})();
