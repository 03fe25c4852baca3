import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SimulatedBrowser } from '../support/simulated-browser.js';
import { SecretScanner } from '../support/secret-scanner.js';
import { respondWithJson, LocalServer } from '../support/local-server.js';

const token = '0123456789abcdef0123456789abcdef0123456789abcdef';
const signature = 'fedcba9876543210fedcba9876543210';
const createResponse = (text: string, headers: Record<string, string> = {}) => ({
  text,
  headers: new Headers(headers),
});

function createScanner(): SecretScanner {
  const scanner = new SecretScanner();
  scanner.addSecret('token', `Bearer ${token}`);
  scanner.addSecret('signature', signature);
  return scanner;
}

describe('SecretScanner', () => {
  it.each([
    ['a body', createResponse(`{"a":["x ${token}."]}`)],
    ['a header', createResponse('', { location: `https://drive.example/?access_token=${token}` })],
    ['an escaped header', createResponse('', { location: `/?next=%2F%3Ft%3D${token}` })],
    ['a pre-signed URL', createResponse(`https://objects.example/a?X-Amz-Signature=${signature}`)],
  ])('finds a secret in %s, and does not repeat it in the error', (_location, response) => {
    const scan = (): void => createScanner().scanResponse('GET', '/v1/spaces', response);
    expect(scan).toThrow('contains a secret');
    expect(scan).not.toThrow(token);
  });

  it('finds the secrets of the configuration', () => {
    const scanner = createScanner();
    const response = createResponse(`invalid client ${scanner.plantedSecrets.clientSecret}`);
    expect(() => scanner.scanResponse('GET', '/v1/spaces', response)).toThrow('app-secret');
  });

  it('allows pre-signed URLs, and no other secrets, in the routes that return them', () => {
    const scanner = createScanner();
    const route = '/v1/spaces/1/download-links';
    expect(() => scanner.scanResponse('POST', route, createResponse(`?X-Amz-Signature=${signature}`))).not.toThrow();
    expect(() => scanner.scanResponse('POST', route, createResponse(token))).toThrow('token');
    expect(() => scanner.scanResponse('GET', route, createResponse(signature))).toThrow('signature');
  });

  it('allows a cookie in Set-Cookie, and finds its value in any other place', async () => {
    const scanner = createScanner();
    const signInResponse = createResponse('', {
      'set-cookie': '__Host-session=AbCdEfGhIjKlMnOpQrStUvWxYz012345; Secure',
    });
    expect(() => scanner.scanResponse('GET', '/auth/callback', signInResponse)).not.toThrow();
    scanner.logStream.write('{"cookie":"AbCdEfGhIjKlMnOpQrStUvWxYz012345"}\n');
    await expect(scanner.scanLogs('/nowhere')).rejects.toThrow('a line of the log');
  });

  it('scans the audit log', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'koodrive-scanner-'));
    const file = join(folder, 'audit.log');
    await writeFile(file, `{"event":"login"}\n{"event":"login","reason":"${token}"}\n`);
    await expect(createScanner().scanLogs(file)).rejects.toThrow('a line of the audit log');
    await rm(folder, { recursive: true });
  });

  it('scans the responses to a browser, and the metrics at the end', async () => {
    const scanner = createScanner();
    const server = await LocalServer.start((response) => respondWithJson(response, { token }));
    const endScan = scanner.scanGateway(server.origin);
    await expect(new SimulatedBrowser().fetch('GET', `${server.origin}/v1/me`)).rejects.toThrow('token');
    await expect(endScan()).rejects.toThrow('GET /metrics');
    await new SimulatedBrowser().fetch('GET', `${server.origin}/v1/me`);
    await server.close();
  });
});
