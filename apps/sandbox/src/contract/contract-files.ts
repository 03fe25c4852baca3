import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The folder with the contract's data, from source and from dist alike. Throws when it is not there. */
export function contractFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder with package.json was not found above the sandbox.');
    folder = parent;
  }
  return join(folder, 'libs', 'koodrive', 'contract');
}

/** A YAML file of the contract, parsed. That no key is given twice is for the generator to check: it takes long. */
export function readContractFile(name: string): unknown {
  return parse(readFileSync(join(contractFolder(), name), 'utf8'), { uniqueKeys: false });
}
