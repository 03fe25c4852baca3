import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { backgroundOperations } from '../../apps/gateway/src/http/openapi/background-operations.js';
import { operationTable } from '../../libs/koodrive/src/index.js';
import { repositoryRoot } from '../support/repository-root.js';
import { type OpenApi, routesOf } from '../support/openapi-check.js';

describe('npm run coverage:upstream', () => {
  let printed: string;
  beforeAll(async () => {
    const command = join(repositoryRoot, 'libs/koodrive/contract/coverage.mjs');
    ({ stdout: printed } = await promisify(execFile)(process.execPath, [command], { timeout: 20_000 }));
  });

  it('counts all operations but the one that no page describes', () => {
    expect(printed).toContain('128 of 129 operations are reached.');
    expect(printed).toMatch(/Not reached:\n {2}batchFiles: no page of the reference describes it\n$/);
  });

  it('says what is off by default and why, and what no route names', () => {
    expect(printed).toMatch(/ {2}visitSharePublic, .*: unless PUBLIC_LINKS_AGENT_NAME is set, .* allow-listed/);
    expect(printed).toMatch(/ {2}auditList, batchAudit, batchGet: unless REVIEWS is set, .* allow-listed/);
    expect(printed).toMatch(/ {2}refreshSession: renews/);
  });
});

describe('the operations that routes name', () => {
  const source = join(repositoryRoot, 'apps/gateway/src');

  /** The operations that code calls: named in a text, but not as the type of a value. */
  async function called(): Promise<string[]> {
    const files = (await readdir(source, { recursive: true })).filter(
      (file) => file.endsWith('.ts') && !/\.(controller|spec|dto)\.ts$|background-operations/.test(file),
    );
    const texts = await Promise.all(files.map((file) => readFile(join(source, file), 'utf8')));
    const code = texts.join('\n').replace(/\b(?:Item|Input|Output|PagedInput|problemOfCode)[<(]'\w+'/g, '');
    return Object.keys(operationTable).filter((operation) => code.includes(`'${operation}'`));
  }

  it('are those that the code calls: none is named for the count alone, none is called unsaid', async () => {
    const description = JSON.parse(await readFile(join(repositoryRoot, 'docs/openapi.json'), 'utf8')) as OpenApi;
    const named = routesOf(description).flatMap(({ operation }) => operation['x-koodrive-operations']);
    const known = new Set([...named, ...Object.keys(backgroundOperations)]);
    expect((await called()).sort()).toEqual([...known].sort());
  });
});
