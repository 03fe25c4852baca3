import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
beforeAll(async () => {
  stack = await startGatewayStack();
});
afterAll(() => stack.close());

interface WarningLine {
  readonly level: string;
  readonly name?: string;
  readonly variable?: string;
}
const listWarnings = (variable: string): readonly (string | undefined)[] =>
  stack
    .readLogLines()
    .map((line) => JSON.parse(line) as WarningLine)
    .filter((line) => line.level === 'warn' && line.variable === variable)
    .map(({ name }) => name);
const preflight = (origin: string) =>
  stack.sendRaw({ method: 'OPTIONS', path: '/v1/me', headers: { origin, 'access-control-request-method': 'GET' } });

describe('The log', () => {
  it('names a refused origin once, with the variable that would let it in', async () => {
    for (let call = 0; call < 3; call += 1) expect((await preflight('https://app.example')).status).toBe(403);
    expect(listWarnings('ALLOWED_ORIGINS')).toEqual(['https://app.example']);
  });

  it('names TRUSTED_PROXIES where the origin is that of the gateway with another scheme', async () => {
    const origin = stack.url.replace('http:', 'https:');
    await preflight(origin);
    expect(listWarnings('TRUSTED_PROXIES')).toEqual([origin]);
  });

  it('names a host name that is not served once', async () => {
    for (let call = 0; call < 2; call += 1)
      expect((await stack.sendRaw({ path: '/live', headers: { host: 'drive.example' } })).status).toBe(421);
    expect(listWarnings('ALLOWED_HOSTS')).toEqual(['drive.example']);
  });

  it('names at most a hundred of them, of any length, whatever is sent', async () => {
    for (let call = 0; call < 150; call += 1) await preflight(`https://${'x'.repeat(300)}${call}.example`);
    for (let call = 0; call < 150; call += 1) await preflight(`https://page-${call}.example`);
    const names = [
      ...listWarnings('ALLOWED_ORIGINS'),
      ...listWarnings('ALLOWED_HOSTS'),
      ...listWarnings('TRUSTED_PROXIES'),
    ];
    expect(names).toHaveLength(100);
    expect(Math.max(...names.map((name) => name?.length ?? 0))).toBe(200);
  });
});
