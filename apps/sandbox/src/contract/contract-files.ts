import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/**
 * Returns the folder with the contract's data. Works from the source and from dist.
 * @throws Error when no parent folder has a package.json
 */
export function findContractFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder with package.json was not found above the sandbox.');
    folder = parent;
  }
  return join(folder, 'libs', 'koodrive', 'contract');
}

/** Parses a YAML file of the contract. Skips the slow check for duplicate keys, which the generator does. */
export function readContractFile(name: string): unknown {
  return parse(readFileSync(join(findContractFolder(), name), 'utf8'), { uniqueKeys: false });
}
