import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { compile, installClient } from '../support/client-package.js';
import { type GuideBlock, guideBlocks, guideCode } from '../support/guide.js';
import { startSignInStack } from '../support/sign-in-stack.js';
import type { Stack } from '../support/stack.js';

jest.setTimeout(180_000);
const run = promisify(execFile);

/** What the code of each section prints, somewhere in it; by the number of its heading. */
const printed: Readonly<Record<'sh' | 'ts', Readonly<Record<string, readonly RegExp[]>>>> = {
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
  let blocks: GuideBlock[];
  beforeAll(async () => {
    blocks = await guideBlocks();
  });

  it('shows ten jobs and how they fail, each with curl and with the client', () => {
    const sections = [...new Set(blocks.map(({ section }) => section))].filter(Boolean);
    expect(sections.map((each) => each.split('.')[0])).toEqual(Array.from({ length: 11 }, (_, at) => String(at + 1)));
    for (const kind of ['sh', 'ts']) {
      const shown = blocks.filter((block) => block.kind === kind).map(({ section }) => section);
      expect(new Set(shown.filter(Boolean))).toEqual(new Set(sections));
    }
    expect(blocks.filter(({ kind }) => !['sh', 'ts', 'js page'].includes(kind))).toEqual([]);
  });

  describe.each(['sh', 'ts'] as const)('its code in %s', (kind) => {
    let stack: Stack;
    let folder: string;
    let output: Map<string, string>;
    beforeAll(async () => {
      const signIns = await startSignInStack();
      stack = signIns.stack;
      folder = await mkdtemp(join(tmpdir(), 'koodrive-guide-'));
      const place = { gateway: signIns.gateway, sandbox: stack.sandbox.url, key: stack.key };
      const code = blocks
        .filter((block) => block.kind === kind)
        .map((block) => ({ ...block, code: guideCode(block, place) }));
      output = sectionsOf(await (kind === 'sh' ? inShell(code, folder) : inNode(code, folder)));
    });
    afterAll(async () => {
      await stack.close();
      await rm(folder, { recursive: true, force: true });
    });

    it.each(Object.entries(printed[kind]))('does job %s', (number, patterns) => {
      const [, text = ''] = [...output].find(([section]) => section.startsWith(`${number}.`)) ?? [];
      for (const pattern of patterns) expect(text).toMatch(pattern);
    });

    it('breaks no contract', () => {
      const { refusedForContract, answersBreakingContract } = stack.sandbox.counters();
      expect({ refusedForContract, answersBreakingContract }).toEqual({
        refusedForContract: 0,
        answersBreakingContract: 0,
      });
    });
  });
});

const mark = '@@ section ';

/** What was printed under each heading. */
function sectionsOf(output: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of output.split(mark).slice(1)) {
    const end = part.indexOf('\n');
    found.set(part.slice(0, end), (found.get(part.slice(0, end)) ?? '') + part.slice(end + 1));
  }
  return found;
}

/** All blocks in one shell, since later ones use what earlier ones set; the first command that fails ends it. */
async function inShell(blocks: readonly GuideBlock[], folder: string): Promise<string> {
  const script = blocks.map(({ section, code }) => `printf '%s%s\\n' '${mark}' '${section}'\n${code}`);
  await writeFile(join(folder, 'guide.sh'), `set -euo pipefail\n${script.join('\n')}`);
  const { stdout } = await run('bash', ['guide.sh'], { cwd: folder, timeout: 60_000 });
  return stdout;
}

/** All blocks as one module, type-checked strictly, in a project that has the built client. */
async function inNode(blocks: readonly GuideBlock[], folder: string): Promise<string> {
  await installClient(folder);
  const module = blocks.map(
    ({ section, code }) => `${section ? `console.log(${JSON.stringify(mark + section)});` : ''}\n${code}`,
  );
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  await writeFile(join(folder, 'guide.ts'), module.join('\n'));
  await compile(folder, ...'--strict --target es2023 --module nodenext --types node guide.ts'.split(' '));
  const { stdout } = await run(process.execPath, ['guide.js'], { cwd: folder, timeout: 60_000 });
  return stdout;
}
