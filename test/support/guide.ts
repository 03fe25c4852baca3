import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root.js';

/** A piece of code on the page of jobs. */
export interface GuideBlock {
  /** The heading it stands under; empty before the first. */
  readonly section: string;
  /** What stands behind its three backticks: `sh`, `ts`, or `js page` for what runs in a browser. */
  readonly kind: string;
  readonly code: string;
}

export async function guideBlocks(): Promise<GuideBlock[]> {
  const text = await readFile(join(repositoryRoot, 'docs/api-guide.md'), 'utf8');
  const blocks: GuideBlock[] = [];
  let section = '';
  for (const [, heading, kind, code] of text.matchAll(/^## (.+)$|^```(\S.*)\n([\s\S]*?)^```$/gm)) {
    if (heading !== undefined) section = heading;
    else if (kind !== undefined && code !== undefined) blocks.push({ section, kind, code });
  }
  return blocks;
}

/** The code with the addresses and the key of a running gateway in place of those that `npm start` prints. */
export function guideCode(
  { code }: GuideBlock,
  { gateway, sandbox, key }: { readonly gateway: string; readonly sandbox: string; readonly key: string },
): string {
  return code
    .replaceAll('http://localhost:3000', gateway)
    .replaceAll('http://localhost:3900', sandbox)
    .replaceAll('kdg_...', key);
}
