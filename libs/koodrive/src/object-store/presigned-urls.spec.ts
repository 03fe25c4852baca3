import { afterEach, describe, expect, it } from '@jest/globals';
import { startKooDriveClient, type ClientUnderTest } from '../../../../test/support/koodrive-client.js';
import { respondWithJson } from '../../../../test/support/local-server.js';
import type { BoundClient } from '../client.js';
import { OutcomeUnknownError } from '#resilience';

const origin = 'https://store.example';
const foreignUrl = 'https://elsewhere.example/key?X-Amz-Signature=1';

let upstream: ClientUnderTest | undefined;
afterEach(async () => {
  await upstream?.close();
  upstream = undefined;
});

async function startUpstream(body: object): Promise<BoundClient> {
  upstream = await startKooDriveClient((response) => respondWithJson(response, { code: 0, msg: '', ...body }));
  return upstream.client.forPrincipal({ kind: 'user', userId: '42' });
}

/** The pre-signed URL that the client returns for the URL that the upstream sends. */
async function readDownloadUrl(downloadUrl: unknown): Promise<unknown> {
  const koodrive = await startUpstream({ downloadUrl });
  return (await koodrive.call('downloadShareFile', { shareId: '1', fileId: 'F' })).downloadUrl;
}

describe('S24: a pre-signed URL in a response', () => {
  it.each([
    [`${origin}/key%20x?X-Amz-Signature=a%2Fb&n=1`, `${origin}/key%20x?X-Amz-Signature=a%2Fb&n=1`],
    [`${origin}/会议?n=纪要`, `${origin}/%E4%BC%9A%E8%AE%AE?n=%E7%BA%AA%E8%A6%81`],
    [`${origin}/a b?n="x"`, `${origin}/a%20b?n=%22x%22`],
    [`${origin}/a\r\nSet-Cookie: x`, `${origin}/aSet-Cookie:%20x`],
    [`${origin}/${'x'.repeat(8100)}`, `${origin}/${'x'.repeat(8100)}`],
    [`${origin}\\@evil.test/key`, `${origin}/@evil.test/key`],
    ['', ''],
    [null, undefined],
    [undefined, undefined],
    [true, undefined],
    [{}, undefined],
    [[`${origin}/key`], undefined],
  ])('is percent-encoded as a browser would do it: %j', async (sent, returned) => {
    expect(await readDownloadUrl(sent)).toBe(returned);
  });

  it.each([
    foreignUrl,
    'http://store.example/key',
    'https://store.example:8443/key',
    'https://user@store.example/key',
    'https://store.example.evil.test/key',
    '//elsewhere.example/key',
    'key',
    'javascript:alert(1)//https://store.example/',
    'data:text/html,x',
    `${origin}/${'x'.repeat(8192)}`,
    // A character is 9 characters when it is encoded.
    `${origin}/${'会'.repeat(1000)}`,
    7,
  ])('is rejected, without its text, where it is not of an object store: %j', async (url) => {
    const outcome = readDownloadUrl(url);
    await expect(outcome).rejects.toMatchObject({
      name: 'UpstreamProtocolError',
      message: 'downloadShareFile: the response violates the contract (foreign-url)',
    });
  });

  it.each([
    ['an entry of a list', { downloads: [{ url: `${origin}/1` }, { url: foreignUrl }] }],
    ['one object in place of a list', { downloads: { url: foreignUrl } }],
  ])('is found in %s', async (_place, body) => {
    const koodrive = await startUpstream(body);
    const outcome = koodrive.call('getDownLoadUrl', { containerId: 'S', fileIds: ['F1', 'F2'] });
    await expect(outcome).rejects.toMatchObject({ violation: 'foreign-url' });
  });

  it('is found in `data` and in the pages of a list', async () => {
    const data = { jobInfo: { downloadUrl: foreignUrl } };
    const koodrive = await startUpstream({ data, auditList: [{ downloadUrl: foreignUrl }] });
    const outcomes = [koodrive.call('getJobDetail', { job_id: '1' }), koodrive.fetchPage('auditList', {})];
    for (const outcome of outcomes) await expect(outcome).rejects.toMatchObject({ violation: 'foreign-url' });
  });

  it('is no unknown outcome of a write: the write was done', async () => {
    const koodrive = await startUpstream({ multiParts: [{ uploadUrl: foreignUrl }] });
    const outcome = koodrive.call('createFile', { fileName: 'x', uploadType: 1, uploadMode: 'multipart' } as never);
    await expect(outcome).rejects.not.toBeInstanceOf(OutcomeUnknownError);
    await expect(outcome).rejects.toMatchObject({ violation: 'foreign-url' });
  });
});
