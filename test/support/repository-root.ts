import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with package.json. The result is the same for the source and for dist/. */
export const repositoryRoot = ((): string => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
})();
