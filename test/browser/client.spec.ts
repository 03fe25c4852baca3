import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Browser, startChromium } from '../support/chromium.js';
import { clientPackage, installClient } from '../support/client-package.js';
import { download, keyFor, type List, type Space, sha256 } from '../support/drive.js';
import { guideBlocks, guideCode } from '../support/guide.js';
import { freePort } from '../support/ports.js';
import { type Stack, startStack } from '../support/stack.js';

let browser: Browser;
let stack: Stack;
let gateway: string;
/** Serves a page of another origin that is allowed: the code of the guide, and the client as plain modules. */
let frontEnd: Server;
let origin: string;
let project: string;
let guide: string;

/** The progress bar tells what it was set to: what a person would have seen. */
const html = `<!DOCTYPE html>
<title>A front end</title>
<h1></h1>
<input type="file">
<progress max="1"></progress>
<output></output>
<script>
  const shown = [];
  Object.defineProperty(document.querySelector('progress'), 'value', { set: (value) => shown.push(value) });
</script>
<script type="importmap">${JSON.stringify({
  imports: {
    [clientPackage]: `/${clientPackage}/dist/index.js`,
    'openapi-fetch': '/openapi-fetch/dist/index.mjs',
  },
})}</script>
<script type="module" src="/guide.js"></script>`;

async function contentOf(path: string): Promise<{ type: string; content: string }> {
  if (path === '/') return { type: 'text/html', content: html };
  if (path === '/guide.js') return { type: 'text/javascript', content: guide };
  const content = await readFile(join(project, 'node_modules', normalize(path)), 'utf8');
  return { type: 'text/javascript', content };
}

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'koodrive-front-end-'));
  await installClient(project);
  frontEnd = createServer((request, response) => {
    contentOf(request.url ?? '/').then(
      ({ type, content }) => response.setHeader('content-type', `${type}; charset=utf-8`).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => frontEnd.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(frontEnd.address() as AddressInfo).port}`;
  const port = await freePort();
  gateway = `http://localhost:${port}`;
  const env = { PORT: String(port), LOGIN_DOMAIN: `${gateway}/auth/callback`, ALLOWED_ORIGINS: origin };
  stack = await startStack({ env: { ...env, LOGIN_RETURN_PATHS: '/docs' } });
  const place = { gateway, sandbox: stack.sandbox.url, key: '' };
  guide = (await guideBlocks())
    .filter(({ kind }) => kind === 'js page')
    .map((block) => guideCode(block, place))
    .join('\n');
  browser = await startChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await stack?.close();
  await new Promise((resolve) => frontEnd?.close(resolve));
  await rm(project, { recursive: true, force: true });
});

async function open(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(origin);
  return page;
}
/** Runs code in the page, with the client and the page's own `koodrive`. */
const run = <T>(page: Page, code: string): Promise<T> =>
  page.evaluate(`(async () => {
    const { createClient, dataOf, batch, read, entries, upload, download, waitForJob } = await import('${clientPackage}');
    const koodrive = createClient({ baseUrl: '${gateway}', cookies: true, idempotency: true });
    const { items: [{ id: spaceId }] } =
      await dataOf(koodrive.GET('/v1/spaces', { params: { query: { kind: 'individual' } } }));
    ${code}
  })()`);

describe('A page of another origin, with the client as plain modules', () => {
  it('leads whoever is not signed in to the sign-in, and knows them afterwards', async () => {
    const page = await open();
    await page.getByRole('button', { name: /Jonas Weber/ }).click();
    await page.waitForURL(`${gateway}/docs`);
    await page.goto(origin);
    await page.getByText('Hello, Jonas Weber').waitFor();
  });

  it('uploads the file that its user picks, and shows how far it is', async () => {
    const page = await open();
    await page.getByText('Hello, Jonas Weber').waitFor();
    const buffer = randomBytes(24 * 1024 * 1024 + 11);
    await page.setInputFiles('input', { name: '照片.bin', mimeType: 'application/octet-stream', buffer });
    await page.getByText(`照片.bin: ${buffer.length} bytes`).waitFor();
    const shown = await page.evaluate<number[]>('shown');
    expect(shown.length).toBeGreaterThan(2);
    expect(shown[0]).toBeLessThan(1);
    expect(shown.at(-1)).toBe(1);
    expect([...shown].sort((a, b) => a - b)).toEqual(shown);

    const key = await keyFor(stack, 'Jonas Weber');
    const [space] = (await stack.call('GET', '/v1/spaces?kind=individual', { key })).json<List<Space>>().items;
    const path = `/v1/spaces/${space?.id ?? ''}/files?sort=-createdAt&limit=100`;
    const { items } = (await stack.call('GET', path, { key })).json<List<{ id: string; name: string }>>();
    const file = items.find(({ name }) => name === '照片.bin');
    const own = { authorization: `Bearer ${key}` };
    const { bytes } = await download(stack, space?.id ?? '', file?.id ?? '', own);
    expect(sha256(bytes)).toBe(sha256(buffer));
  });

  it('is told why an upload was refused, and can stop one', async () => {
    const page = await open();
    const refused = await run<object>(
      page,
      `const send = () => upload(koodrive, { spaceId, name: 'twice.txt', content: new Blob(['x']) });
       await send();
       return send().catch(({ name, code, status }) => ({ name, code, status }));`,
    );
    expect(refused).toEqual({ name: 'ProblemError', code: 'name-taken', status: 409 });
    const stopped = await run<string>(
      page,
      `const stopping = new AbortController();
       return upload(koodrive, {
         spaceId, name: 'stopped.bin', content: new Blob([new Uint8Array(30_000_000)]),
         signal: stopping.signal, onProgress: () => stopping.abort(new Error('enough')),
       }).catch(({ message }) => message);`,
    );
    expect(stopped).toBe('enough');
  });

  it('downloads, follows a job, walks a list and makes a batch', async () => {
    const page = await open();
    const found = await run<Record<string, unknown>>(
      page,
      `const seen = [];
       const file = await upload(koodrive, { spaceId, name: 'one.txt', content: new Blob(['One']) });
       const { body, name } = await download(koodrive, { spaceId, fileId: file.id });
       const text = await new Response(body).text();
       const place = { params: { path: { spaceId } } };
       const folder = await dataOf(koodrive.POST('/v1/spaces/{spaceId}/folders', { ...place, body: { name: 'Moved' } }));
       const begun = await dataOf(koodrive.POST('/v1/jobs', {
         body: { action: 'move', spaceId, fileIds: [file.id], targetFolderId: folder.id } }));
       const { result } = await waitForJob(koodrive, begun.id);
       const inFolder = { params: { path: { spaceId }, query: { parent: folder.id } } };
       for await (const { name } of entries(koodrive, '/v1/spaces/{spaceId}/files', inFolder)) seen.push(name);
       const { me, gone } = await batch(koodrive, {
         me: read('/v1/me'), gone: read('/v1/spaces/{spaceId}/files/{fileId}', { path: { spaceId, fileId: '1' } }) });
       return { name, text, result, seen, who: me.data.profile.name, gone: gone.error.code };`,
    );
    expect(found).toEqual({
      name: 'one.txt',
      text: 'One',
      result: 'succeeded',
      seen: ['one.txt'],
      who: 'Jonas Weber',
      gone: 'not-found',
    });
  });
});
