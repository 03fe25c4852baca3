import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { backgroundOperations } from '../../apps/gateway/src/http/openapi/background-operations.js';
import { operationTable } from '../../libs/koodrive/src/index.js';
import { repositoryRoot } from '../support/repository-root.js';
import { type OpenApiDocument, listRoutes } from '../support/openapi-validator.js';

describe('npm run coverage:upstream', () => {
  let output: string;
  beforeAll(async () => {
    const command = join(repositoryRoot, 'libs/koodrive/contract/coverage.mjs');
    ({ stdout: output } = await promisify(execFile)(process.execPath, [command], { timeout: 20_000 }));
  });

  it('counts all operations except the one that no page describes', () => {
    expect(output).toContain('128 of 129 operations are reached.');
    expect(output).toMatch(/Not reached:\n {2}batchFiles: no page of the reference describes it\n$/);
  });

  it('lists operations that are off by default, with the reason, and operations that no route declares', () => {
    expect(output).toMatch(/ {2}visitSharePublic, .*: unless PUBLIC_LINKS_AGENT_NAME is set, .* allow-listed/);
    expect(output).toMatch(/ {2}auditList, batchAudit, batchGet: unless REVIEWS is set, .* allow-listed/);
    expect(output).toMatch(/ {2}refreshSession: refreshes/);
  });
});

describe('the operations that routes declare', () => {
  const sourceFolder = join(repositoryRoot, 'apps/gateway/src');

  /** The operations that the code calls: their ids are string literals in expressions, not only in types. */
  async function findCalledOperations(): Promise<string[]> {
    const files = (await readdir(sourceFolder, { recursive: true })).filter(
      (file) => file.endsWith('.ts') && !/\.(controller|spec|dto)\.ts$|background-operations/.test(file),
    );
    const texts = await Promise.all(files.map((file) => readFile(join(sourceFolder, file), 'utf8')));
    const code = texts.join('\n').replace(/\b(?:Item|Input|Output|PagedInput|toProblemFromCode)[<(]'\w+'/g, '');
    return Object.keys(operationTable).filter((operation) => code.includes(`'${operation}'`));
  }

  it('are exactly those that the code calls', async () => {
    const description = JSON.parse(
      await readFile(join(repositoryRoot, 'docs/openapi.json'), 'utf8'),
    ) as OpenApiDocument;
    const declared = listRoutes(description).flatMap(({ operation }) => operation['x-koodrive-operations']);
    const expected = new Set([...declared, ...Object.keys(backgroundOperations)]);
    expect((await findCalledOperations()).sort()).toEqual([...expected].sort());
  });
});
