import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type ChromiumBrowser, startChromium } from '../support/chromium.js';
import { clientPackageName, installClient } from '../support/client-package.js';
import { downloadFile, issueKeyFor, type ListResponse, type Space, sha256Hex } from '../support/gateway-api.js';
import { readGuideCodeBlocks, fillGuidePlaceholders } from '../support/api-guide.js';
import { findFreePort } from '../support/ports.js';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

let browser: ChromiumBrowser;
let stack: GatewayStack;
let gateway: string;
/** Serves a page of another, allowed origin: the code of the API guide, and the client as plain modules. */
let frontEndServer: Server;
let origin: string;
let projectFolder: string;
let guideScript: string;

/** Records the values of the progress bar. */
const html = `<!DOCTYPE html>
<title>A frontend</title>
<h1></h1>
<input type="file">
<progress max="1"></progress>
<output></output>
<script>
  const progressValues = [];
  Object.defineProperty(document.querySelector('progress'), 'value', { set: (value) => progressValues.push(value) });
</script>
<script type="importmap">${JSON.stringify({
  imports: {
    [clientPackageName]: `/${clientPackageName}/dist/index.js`,
    'openapi-fetch': '/openapi-fetch/dist/index.mjs',
  },
})}</script>
<script type="module" src="/guide.js"></script>`;

async function readContent(path: string): Promise<{ type: string; content: string }> {
  if (path === '/') return { type: 'text/html', content: html };
  if (path === '/guide.js') return { type: 'text/javascript', content: guideScript };
  const content = await readFile(join(projectFolder, 'node_modules', normalize(path)), 'utf8');
  return { type: 'text/javascript', content };
}

beforeAll(async () => {
  projectFolder = await mkdtemp(join(tmpdir(), 'koodrive-front-end-'));
  await installClient(projectFolder);
  frontEndServer = createServer((request, response) => {
    readContent(request.url ?? '/').then(
      ({ type, content }) => response.setHeader('content-type', `${type}; charset=utf-8`).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => frontEndServer.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(frontEndServer.address() as AddressInfo).port}`;
  const port = await findFreePort();
  gateway = `http://localhost:${port}`;
  const env = { PORT: String(port), LOGIN_DOMAIN: `${gateway}/auth/callback`, ALLOWED_ORIGINS: origin };
  stack = await startGatewayStack({ env: { ...env, LOGIN_RETURN_PATHS: '/docs' } });
  const placeholders = { gateway, key: '' };
  guideScript = (await readGuideCodeBlocks())
    .filter(({ infoString }) => infoString === 'js page')
    .map((block) => fillGuidePlaceholders(block, placeholders))
    .join('\n');
  browser = await startChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await stack?.close();
  await new Promise((resolve) => frontEndServer?.close(resolve));
  await rm(projectFolder, { recursive: true, force: true });
});

async function openPage(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(origin);
  return page;
}
/** Runs code in the page, with the client and the page's own `koodrive`. */
const evaluateInPage = <T>(page: Page, code: string): Promise<T> =>
  page.evaluate(`(async () => {
    const { createClient, dataOf, batch, read, entries, upload, download, waitForJob } = await import('${clientPackageName}');
    const koodrive = createClient({ baseUrl: '${gateway}', cookies: true, idempotency: true });
    const { items: [{ id: spaceId }] } =
      await dataOf(koodrive.GET('/v1/spaces', { params: { query: { kind: 'individual' } } }));
    ${code}
  })()`);

describe('the client in a page of another origin', () => {
  it('navigates a user who is not signed in to the sign-in, and gets the browser session afterwards', async () => {
    const page = await openPage();
    await page.getByRole('button', { name: /Jonas Weber/ }).click();
    await page.waitForURL(`${gateway}/docs`);
    await page.goto(origin);
    await page.getByText('Hello, Jonas Weber').waitFor();
  });

  it('uploads the file that the user selects, and reports progress', async () => {
    const page = await openPage();
    await page.getByText('Hello, Jonas Weber').waitFor();
    const buffer = randomBytes(24 * 1024 * 1024 + 11);
    // A browser reports progress every 50 ms: without a limit, a fast machine is done after one or two reports.
    const devTools = await page.context().newCDPSession(page);
    const unlimited = { offline: false, latency: 0, downloadThroughput: -1 };
    await devTools.send('Network.emulateNetworkConditions', { ...unlimited, uploadThroughput: buffer.length });
    await page.setInputFiles('input', { name: '照片.bin', mimeType: 'application/octet-stream', buffer });
    await page.getByText(`照片.bin: ${buffer.length} bytes`).waitFor();
    const progressValues = await page.evaluate<number[]>('progressValues');
    expect(progressValues.length).toBeGreaterThan(2);
    expect(progressValues[0]).toBeLessThan(1);
    expect(progressValues.at(-1)).toBe(1);
    expect([...progressValues].sort((a, b) => a - b)).toEqual(progressValues);

    const key = await issueKeyFor(stack, 'Jonas Weber');
    const [space] = (await stack.call('GET', '/v1/spaces?kind=individual', { key })).json<ListResponse<Space>>().items;
    const path = `/v1/spaces/${space?.id ?? ''}/files?sort=-createdAt&limit=100`;
    const { items } = (await stack.call('GET', path, { key })).json<ListResponse<{ id: string; name: string }>>();
    const file = items.find(({ name }) => name === '照片.bin');
    const headers = { authorization: `Bearer ${key}` };
    const { bytes } = await downloadFile(stack, space?.id ?? '', file?.id ?? '', headers);
    expect(sha256Hex(bytes)).toBe(sha256Hex(buffer));
  });

  it('throws the problem of a rejected upload, and can abort an upload', async () => {
    const page = await openPage();
    const rejected = await evaluateInPage<object>(
      page,
      `const send = () => upload(koodrive, { spaceId, name: 'twice.txt', content: new Blob(['x']) });
       await send();
       return send().catch(({ name, code, status }) => ({ name, code, status }));`,
    );
    expect(rejected).toEqual({ name: 'ProblemError', code: 'name-taken', status: 409 });
    const aborted = await evaluateInPage<string>(
      page,
      `const abortController = new AbortController();
       return upload(koodrive, {
         spaceId, name: 'stopped.bin', content: new Blob([new Uint8Array(30_000_000)]),
         signal: abortController.signal, onProgress: () => abortController.abort(new Error('enough')),
       }).catch(({ message }) => message);`,
    );
    expect(aborted).toBe('enough');
  });

  it('downloads, waits for a job, iterates over a list and sends a batch', async () => {
    const page = await openPage();
    const result = await evaluateInPage<Record<string, unknown>>(
      page,
      `const names = [];
       const file = await upload(koodrive, { spaceId, name: 'one.txt', content: new Blob(['One']) });
       const { body, name } = await download(koodrive, { spaceId, fileId: file.id });
       const text = await new Response(body).text();
       const params = { path: { spaceId } };
       const folder = await dataOf(koodrive.POST('/v1/spaces/{spaceId}/folders', { params, body: { name: 'Moved' } }));
       const started = await dataOf(koodrive.POST('/v1/jobs', {
         body: { action: 'move', spaceId, fileIds: [file.id], targetFolderId: folder.id } }));
       const { result } = await waitForJob(koodrive, started.id);
       const inFolder = { params: { path: { spaceId }, query: { parent: folder.id } } };
       for await (const { name } of entries(koodrive, '/v1/spaces/{spaceId}/files', inFolder)) names.push(name);
       const { me, gone } = await batch(koodrive, {
         me: read('/v1/me'), gone: read('/v1/spaces/{spaceId}/files/{fileId}', { path: { spaceId, fileId: '1' } }) });
       return { name, text, result, names, user: me.data.profile.name, gone: gone.error.code };`,
    );
    expect(result).toEqual({
      name: 'one.txt',
      text: 'One',
      result: 'succeeded',
      names: ['one.txt'],
      user: 'Jonas Weber',
      gone: 'not-found',
    });
  });
});
