import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root.js';

/** A code block of docs/api-guide.md. */
export interface GuideCodeBlock {
  /** The heading above the block; empty before the first heading. */
  readonly section: string;
  /** The text after the three backticks: `sh`, `ts`, or `js page` for code that runs in a browser. */
  readonly infoString: string;
  readonly code: string;
}

export async function readGuideCodeBlocks(): Promise<GuideCodeBlock[]> {
  const text = await readFile(join(repositoryRoot, 'docs/api-guide.md'), 'utf8');
  const blocks: GuideCodeBlock[] = [];
  let section = '';
  for (const [, heading, infoString, code] of text.matchAll(/^## (.+)$|^```(\S.*)\n([\s\S]*?)^```$/gm)) {
    if (heading !== undefined) section = heading;
    else if (infoString !== undefined && code !== undefined) blocks.push({ section, infoString, code });
  }
  return blocks;
}

/** The code of a block, with the URL and the key of a running gateway in place of those that `npm start` prints. */
export function fillGuidePlaceholders(
  { code }: GuideCodeBlock,
  { gateway, key }: { readonly gateway: string; readonly key: string },
): string {
  return code.replaceAll('http://localhost:3000', gateway).replaceAll('kdg_...', key);
}
