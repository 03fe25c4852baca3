import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { issueApiKey } from '../../libs/callers/src/index.js';
import { startGatewayProcess } from '../support/processes.js';

jest.setTimeout(90_000);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koodrive-start-warnings-'));
});
afterEach(() => rm(folder, { recursive: true }));

const complete = {
  KOODRIVE_BASE_URL: 'http://127.0.0.1:1',
  KOODRIVE_APP_ID: 'app',
  KOODRIVE_APP_SECRET: 'c4n4ry-secret',
};

/** Starts and stops a gateway. @returns the messages of its warnings */
async function listStartWarnings(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = { API_KEYS_FILE: join(folder, 'api-keys.json'), AUDIT_LOG: join(folder, 'audit.log') };
  const gateway = await startGatewayProcess({ env: { ...files, ...env } });
  await gateway.stop();
  expect(gateway.output()).not.toContain('c4n4ry');
  return gateway
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { readonly level: string; readonly msg: string })
    .filter(({ level }) => level === 'warn')
    .map(({ msg }) => msg);
}

describe('The log of a start', () => {
  it('warns once of each setting that is most likely not what was meant', async () => {
    const warnings = await listStartWarnings({
      KOODRIVE_BASE_URL: complete.KOODRIVE_BASE_URL,
      KOODRIVE_APPID: 'c4n4ry',
      KOODRIVE_APP_SECRE: 'c4n4ry',
      SESSION_SCOPES: 'files:read',
    });
    expect(warnings).toEqual([
      '"KOODRIVE_APPID" is not a variable of the gateway: is KOODRIVE_APP_ID meant?',
      '"KOODRIVE_APP_SECRE" is not a variable of the gateway: is KOODRIVE_APP_SECRET meant?',
      expect.stringMatching(
        /^there is no credential for KooDrive, so each call of KooDrive fails: set KOODRIVE_APP_ID/,
      ),
      expect.stringMatching(/^nobody can sign in, so SESSION_SCOPES has no effect: set LOGIN_DOMAIN, or OIDC_ISSUER/),
      'the file of API_KEYS_FILE does not exist, so no API key is accepted: see `npm run keys`',
    ]);
  });

  it('warns of nothing where the configuration is complete', async () => {
    await issueApiKey(join(folder, 'api-keys.json'), { owner: 'tests', scopes: ['files:read'] });
    expect(await listStartWarnings(complete)).toEqual([]);
  });
});
