import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { compileTypeScript, installClient } from '../support/client-package.js';
import { type GuideCodeBlock, readGuideCodeBlocks, fillGuidePlaceholders } from '../support/api-guide.js';
import { startSignInStack } from '../support/sign-in-stack.js';
import type { GatewayStack } from '../support/gateway-stack.js';

jest.setTimeout(180_000);
const execFileAsync = promisify(execFile);

/** Patterns of the output of each section, by the number of its heading. */
const expectedOutput: Readonly<Record<'sh' | 'ts', Readonly<Record<string, readonly RegExp[]>>>> = {
  sh: {
    1: [/"user":\{"id":"\d+","name":"Mei Lin"/, /"scopes":\[/],
    2: [/"kind":"individual"/],
    3: [/^\{"items":\[\{"id":"[^"]+","name":"[^"]+","kind":"(file|folder)"\}/],
    4: [/^[\w-]+\n$/],
    5: [/^Dear reader\nreader/],
    6: [/"name":"Letter.txt"/, /event: end\ndata: .*"result":"succeeded"/],
    7: [/"unlocked":true/, /"name":"Letter.txt"/],
    8: [/"name":"湖边.png"/],
    9: [/"items":\[\{"id":"\d+","status":"done"\}\]/],
    10: [/"path":"\/Letters\/Letter.txt"/, /"id":"unread","status":200/, /"id":"gone","status":404/],
    11: [/"pointer":"\/limit"/, /\n?([\w-]+)\n\1\n/, /"code":"name-taken"/],
  },
  ts: {
    1: [/^Mei Lin has \d+ unread messages\n$/],
    2: [/: \d+ of \d+ bytes\n/],
    3: [/^folder Documents\n/m, /^file trip.zip\n/m],
    4: [/^10 %\n/m, /^100 %\n$/m],
    5: [/^report.txt: 650000 bytes, 650000 of them here\n$/],
    6: [/^completed\n/m, /^\S+ done, the copy is \S+\n$/m],
    7: [/^shared: Report.txt, 650000 bytes\n$/],
    8: [/^湖边.png is at .*湖边.png\n$/],
    9: [/ may list, preview, download/],
    10: [/^\/Report.txt has 1 version\n\d+ unread; not-found\n$/],
    11: [/^\/limit: .*at most 100\nThere is such a folder already.\n$/],
  },
};

describe('docs/api-guide.md', () => {
  let blocks: GuideCodeBlock[];
  beforeAll(async () => {
    blocks = await readGuideCodeBlocks();
  });

  it('shows ten tasks and error handling, each with curl and with the client', () => {
    const sections = [...new Set(blocks.map(({ section }) => section))].filter(Boolean);
    expect(sections.map((each) => each.split('.')[0])).toEqual(
      Array.from({ length: 11 }, (_, index) => String(index + 1)),
    );
    for (const kind of ['sh', 'ts']) {
      const sectionsOfKind = blocks.filter((block) => block.infoString === kind).map(({ section }) => section);
      expect(new Set(sectionsOfKind.filter(Boolean))).toEqual(new Set(sections));
    }
    expect(blocks.filter(({ infoString }) => !['sh', 'ts', 'js page'].includes(infoString))).toEqual([]);
  });

  describe.each(['sh', 'ts'] as const)('the %s code', (kind) => {
    let stack: GatewayStack;
    let folder: string;
    let output: Map<string, string>;
    beforeAll(async () => {
      const signInStack = await startSignInStack();
      stack = signInStack.stack;
      folder = await mkdtemp(join(tmpdir(), 'koodrive-guide-'));
      const placeholders = { gateway: signInStack.gateway, key: stack.key };
      const code = blocks
        .filter((block) => block.infoString === kind)
        .map((block) => ({ ...block, code: fillGuidePlaceholders(block, placeholders) }));
      output = splitSections(await (kind === 'sh' ? runInShell(code, folder) : runInNode(code, folder)));
    });
    afterAll(async () => {
      await stack.close();
      await rm(folder, { recursive: true, force: true });
    });

    it.each(Object.entries(expectedOutput[kind]))('runs task %s', (number, patterns) => {
      const [, text = ''] = [...output].find(([section]) => section.startsWith(`${number}.`)) ?? [];
      for (const pattern of patterns) expect(text).toMatch(pattern);
    });

    it('does not violate the contract', () => {
      expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
    });
  });
});

const sectionMarker = '@@ section ';

/** The output of each section. */
function splitSections(output: string): Map<string, string> {
  const sections = new Map<string, string>();
  for (const part of output.split(sectionMarker).slice(1)) {
    const end = part.indexOf('\n');
    const section = part.slice(0, end);
    sections.set(section, (sections.get(section) ?? '') + part.slice(end + 1));
  }
  return sections;
}

/** Runs all blocks in one shell, because later blocks use variables of earlier ones. The first failing command ends it. */
async function runInShell(blocks: readonly GuideCodeBlock[], folder: string): Promise<string> {
  const script = blocks.map(({ section, code }) => `printf '%s%s\\n' '${sectionMarker}' '${section}'\n${code}`);
  await writeFile(join(folder, 'guide.sh'), `set -euo pipefail\n${script.join('\n')}`);
  const { stdout } = await execFileAsync('bash', ['guide.sh'], { cwd: folder, timeout: 60_000 });
  return stdout;
}

/** Runs all blocks as one module, strictly type-checked, in a project with the built client. */
async function runInNode(blocks: readonly GuideCodeBlock[], folder: string): Promise<string> {
  await installClient(folder);
  const module = blocks.map(
    ({ section, code }) => `${section ? `console.log(${JSON.stringify(sectionMarker + section)});` : ''}\n${code}`,
  );
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  await writeFile(join(folder, 'guide.ts'), module.join('\n'));
  await compileTypeScript(folder, ...'--strict --target es2023 --module nodenext --types node guide.ts'.split(' '));
  const { stdout } = await execFileAsync(process.execPath, ['guide.js'], { cwd: folder, timeout: 60_000 });
  return stdout;
}
