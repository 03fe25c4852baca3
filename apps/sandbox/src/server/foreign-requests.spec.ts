import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sendToObjectStore } from '../object-store/test-client.spec-support.js';
import { startSandbox, type Sandbox } from '../sandbox.js';
import { createForeignRequestCheck } from './foreign-requests.js';

describe('S35: a sandbox with SANDBOX_PUBLIC_HOST, as in a container', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ publicHost: 'sandbox' });
  });
  afterAll(() => sandbox.close());

  it.each([
    ['the API', () => `${sandbox.url}/_sandbox/health`, 200],
    ['the object store', () => `${sandbox.objectStoreUrl}/`, 400],
  ])('%s serves this name and loopback names only', async (_name, url, served) => {
    const address = new URL(url());
    const { host } = address;
    address.hostname = '127.0.0.1';
    const statusFor = async (headers: Record<string, string>) =>
      (await sendToObjectStore('GET', address.href, undefined, headers)).status;
    expect(await statusFor({ host })).toBe(served);
    expect(await statusFor({ host: 'SANDBOX' })).toBe(served);
    expect(await statusFor({ host: 'localhost:3900' })).toBe(served);
    expect(await statusFor({ host: '0.0.0.0:3900' })).toBe(421);
    expect(await statusFor({ host: 'my.sandbox' })).toBe(421);
    expect(await statusFor({ host, origin: `http://${host}` })).toBe(served);
    expect(await statusFor({ host, origin: 'http://evil.example' })).toBe(403);
  });
});

describe('S35: the check for foreign requests', () => {
  it('knows an IPv6 address as the own host', () => {
    const findError = createForeignRequestCheck('[fd00::1]');
    expect(findError({ headers: { host: '[FD00::1]:3900', origin: 'http://[fd00::1]:3900' } })).toBeUndefined();
    expect(findError({ headers: { host: '[fd00::2]:3900' } })?.status).toBe(421);
  });
});
