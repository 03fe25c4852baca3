import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BrowserByHand } from '../support/browser-by-hand.js';
import { Canaries } from '../support/canaries.js';
import { json, LocalServer } from '../support/local-server.js';

const token = '0123456789abcdef0123456789abcdef0123456789abcdef';
const signature = 'fedcba9876543210fedcba9876543210';
const answer = (text: string, headers: Record<string, string> = {}) => ({ text, headers: new Headers(headers) });

function planted(): Canaries {
  const canaries = new Canaries();
  canaries.learn('token', `Bearer ${token}`);
  canaries.learn('signature', signature);
  return canaries;
}

describe('the search for secrets of a stack', () => {
  it.each([
    ['a body', answer(`{"a":["x ${token}."]}`)],
    ['a header', answer('', { location: `https://drive.example/?access_token=${token}` })],
    ['an escaped header', answer('', { location: `/?next=%2F%3Ft%3D${token}` })],
    ['an address that was signed', answer(`https://objects.example/a?X-Amz-Signature=${signature}`)],
  ])('finds one in %s, and does not repeat it', (_where, said) => {
    const search = (): void => planted().searchAnswer('GET', '/v1/spaces', said);
    expect(search).toThrow('holds a secret');
    expect(search).not.toThrow(token);
  });

  it('finds the secrets that the gateway is given', () => {
    const canaries = planted();
    const said = answer(`invalid client ${canaries.planted.clientSecret}`);
    expect(() => canaries.searchAnswer('GET', '/v1/spaces', said)).toThrow('app-secret');
  });

  it('lets those routes hand out signed addresses that are there for it, and nothing else', () => {
    const canaries = planted();
    const route = '/v1/spaces/1/download-links';
    expect(() => canaries.searchAnswer('POST', route, answer(`?X-Amz-Signature=${signature}`))).not.toThrow();
    expect(() => canaries.searchAnswer('POST', route, answer(token))).toThrow('token');
    expect(() => canaries.searchAnswer('GET', route, answer(signature))).toThrow('signature');
  });

  it('lets a cookie be set, and finds it anywhere else', async () => {
    const canaries = planted();
    const set = answer('', { 'set-cookie': '__Host-session=AbCdEfGhIjKlMnOpQrStUvWxYz012345; Secure' });
    expect(() => canaries.searchAnswer('GET', '/auth/callback', set)).not.toThrow();
    canaries.log.write('{"cookie":"AbCdEfGhIjKlMnOpQrStUvWxYz012345"}\n');
    await expect(canaries.searchLogs('/nowhere')).rejects.toThrow('a line of the log');
  });

  it('reads the audit log', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'koodrive-canaries-'));
    const file = join(folder, 'audit.log');
    await writeFile(file, `{"event":"login"}\n{"event":"login","reason":"${token}"}\n`);
    await expect(planted().searchLogs(file)).rejects.toThrow('a line of the audit log');
    await rm(folder, { recursive: true });
  });

  it('reads metrics at the end, and the answers that a browser got', async () => {
    const canaries = planted();
    const server = await LocalServer.start((response) => json(response, { token }));
    const end = canaries.watch(server.origin);
    await expect(new BrowserByHand().fetch('GET', `${server.origin}/v1/me`)).rejects.toThrow('token');
    await expect(end()).rejects.toThrow('GET /metrics');
    await new BrowserByHand().fetch('GET', `${server.origin}/v1/me`);
    await server.close();
  });
});
