import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createGateway } from '../../apps/gateway/src/application.js';
import { optionalModuleVariables } from '../../apps/gateway/src/composition/optional-modules.js';
import { loadConfiguration } from '../../libs/config/src/index.js';
import { type OperationId, operationTable } from '../../libs/koodrive/src/index.js';
import {
  findSpace,
  type Job,
  type ListResponse,
  parseProblem,
  runJobToEnd,
  uploadFile,
} from '../support/gateway-api.js';
import {
  buildGatewayEnvironment,
  createSender,
  type GatewayResponse,
  type GatewayStack,
  startGatewayStack,
} from '../support/gateway-stack.js';
import { type ApiRoute, listRoutes, OpenApiValidator } from '../support/openapi-validator.js';
import { callRoute } from '../support/requests/call-route.js';
import {
  GeneratorContext,
  type SendRequest,
  type TestCaller,
  type ValidRequest,
} from '../support/requests/generator-context.js';
import { formatRoute } from '../support/requests/request-generators.js';
import { SeededRandom } from '../support/requests/seeded-random.js';
import { waitUntil } from '../support/wait-until.js';

jest.setTimeout(120_000);

const maxPasses = 8;

let stack: GatewayStack;
let caller: TestCaller;
let spaceId: string;
let fileId: string;
beforeAll(async () => {
  stack = await startGatewayStack({ sandbox: { jobs: { waitMs: 10, perFileMs: 1 } }, env: optionalModuleVariables });
  caller = { name: 'Mei Lin', userId: stack.userId, headers: { authorization: `Bearer ${stack.key}` } };
  spaceId = (await findSpace(stack, 'individual')).id;
  fileId = (await uploadFile(stack, spaceId, 'file.txt', 'bytes')).id;
});
afterEach(() => stack.sandbox.faults.clear());
const cleanups: (() => Promise<unknown>)[] = [() => stack.close()];
afterAll(async () => {
  for (const cleanUp of cleanups.reverse()) await cleanUp();
});

/** The routes that call an operation whose response has pre-signed URLs. */
function listRoutesWithPresignedUrls(): ApiRoute[] {
  const operations = (Object.keys(operationTable) as OperationId[]).filter(
    (operation) => operationTable[operation].presignedUrlPaths.length > 0,
  );
  return listRoutes(stack.openApiDocument).filter(({ operation }) =>
    operation['x-koodrive-operations'].some((each) => operations.includes(each as OperationId)),
  );
}

/** The same sandbox behind a gateway for which its object store is a foreign one. */
async function startGatewayWithoutObjectStore(): Promise<SendRequest> {
  const configuration = loadConfiguration({
    ...buildGatewayEnvironment(stack.sandbox, stack.keysFile),
    ...optionalModuleVariables,
    KOODRIVE_OBJECT_STORE_ORIGINS: 'https://store.example',
  });
  if (configuration.upstream.target.kind !== 'remote') throw new Error('the sandbox runs already');
  const gateway = await createGateway(configuration, configuration.upstream.target);
  cleanups.push(() => gateway.close());
  await gateway.app.listen({ host: '127.0.0.1', port: 0 });
  return createSender(await gateway.app.getUrl(), new OpenApiValidator(stack.openApiDocument));
}

/** The id of a job that has packed an archive, in the list of jobs at the path. */
async function packArchive(path: string, body: object): Promise<string> {
  const { id } = (await stack.call('POST', path, { body })).json<Job>();
  await waitUntil('the archive', async () => {
    const { status } = (await stack.call('GET', `${path}/${id}`)).json<Job>();
    return status === 'completed' ? true : undefined;
  });
  return id;
}

async function packSharedArchive(kind: string, scope: string): Promise<Record<string, string>> {
  const share = { spaceId, fileIds: [fileId], scope, validDays: 7 };
  const { code } = (await stack.call('POST', '/v1/shares', { body: share })).json<{ code: string }>();
  const body = { fileIds: [fileId], action: kind === 'share-links' ? 'package' : undefined };
  return { code, jobId: await packArchive(`/v1/${kind}/${code}/jobs`, body) };
}

/** What turns a generated request into one whose response has a pre-signed URL, by the end of the route. */
async function prepareRequests(): Promise<Readonly<Record<string, ValidRequest>>> {
  const job = { jobId: (await runJobToEnd(stack, { action: 'package', spaceId, fileIds: [fileId] })).id };
  const sharedJob = await packSharedArchive('share-links', 'organization');
  const publicJob = await packSharedArchive('public-links', 'external');
  return {
    'GET /v1/reviews': { query: { withUrls: 'true' } },
    'GET /v1/spaces/{spaceId}/files/{fileId}/content': { query: { redirect: 'true' } },
    'GET /v1/share-links/{code}/files/{fileId}/content': { query: { redirect: 'true' } },
    'GET /v1/public-links/{code}/files/{fileId}/content': { query: { redirect: 'true' } },
    'GET /v1/jobs/{jobId}': { params: job },
    'GET /v1/jobs/{jobId}/events': { params: job },
    'GET /v1/share-links/{code}/jobs/{jobId}': { params: sharedJob },
    'GET /v1/share-links/{code}/jobs/{jobId}/events': { params: sharedJob },
    'GET /v1/public-links/{code}/jobs/{jobId}': { params: publicJob },
    'GET /v1/public-links/{code}/jobs/{jobId}/events': { params: publicJob },
  };
}

const hasPresignedUrl = ({ headers, text }: GatewayResponse): boolean =>
  [headers.get('location') ?? '', text].some((part) => part.includes(stack.sandbox.objectStoreUrl));

describe('S24: a pre-signed URL of an origin that is not configured', () => {
  it('is handed out by no route: each route that hands out others responds 502', async () => {
    const untrusting = await startGatewayWithoutObjectStore();
    const prepared = await prepareRequests();
    const trusting: SendRequest = (method, path, options) => stack.call(method, path, { key: '', ...options });
    const context = new GeneratorContext({
      caller,
      random: new SeededRandom(20_261_203),
      read: trusting,
      send: trusting,
    });
    const change =
      (route: ApiRoute) =>
      (request: ValidRequest): ValidRequest => ({ ...request, ...prepared[formatRoute(route)] });
    const handedOut: string[] = [];
    const leaks: string[] = [];
    for (let pass = 0, remaining = listRoutesWithPresignedUrls(); pass < maxPasses && remaining.length > 0; pass += 1) {
      const unreached: ApiRoute[] = [];
      for (const route of remaining) {
        const trusted = await callRoute(route, context, trusting, change(route));
        const untrusted = await callRoute(route, context, untrusting, change(route));
        if (typeof trusted === 'string' || typeof untrusted === 'string' || trusted.response.status >= 400) {
          unreached.push(route);
          continue;
        }
        const { response } = untrusted;
        if (hasPresignedUrl(response)) leaks.push(formatRoute(route));
        if (!hasPresignedUrl(trusted.response)) continue;
        handedOut.push(formatRoute(route));
        expect([formatRoute(route), parseProblem(response)]).toMatchObject([
          {},
          // A write that was carried out is not reported as if it had failed.
          { code: route.method === 'PATCH' ? 'outcome-unknown' : 'upstream-protocol' },
        ]);
      }
      remaining = unreached;
    }
    expect(leaks).toEqual([]);
    expect(handedOut.sort()).toEqual(
      [
        ...Object.keys(prepared),
        'PATCH /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}',
        'GET /v1/spaces/{spaceId}/files/{fileId}/versions/{versionId}',
        'POST /v1/spaces/{spaceId}/download-links',
        'POST /v1/spaces/{spaceId}/uploads',
        'POST /v1/spaces/{spaceId}/uploads/{uploadId}/parts',
      ].sort(),
    );
  });

  const sendDownloadUrl = (url: string): void => {
    const downloads = [{ fileId, fileName: 'x', code: '0', url }];
    stack.sandbox.faults.add({
      match: { operation: 'getDownLoadUrl' },
      effect: { body: { code: 0, msg: '', batchCode: 1, downloads } },
    });
  };

  it.each(['javascript:alert(1)', 'http://elsewhere.example/x', '/relative', `http://127.0.0.1/${'x'.repeat(9000)}`])(
    '%j is refused as a redirect, as a link and for the bytes',
    async (url) => {
      sendDownloadUrl(url);
      const content = `/v1/spaces/${spaceId}/files/${fileId}/content`;
      const body = { fileIds: [fileId] };
      const responses = [
        await stack.call('GET', `${content}?redirect=true`),
        await stack.call('GET', content),
        await stack.call('POST', `/v1/spaces/${spaceId}/download-links`, { body }),
      ];
      for (const response of responses) {
        expect(parseProblem(response)).toMatchObject({ status: 502, code: 'upstream-protocol' });
        expect(response.headers.get('location')).toBeNull();
      }
    },
  );

  it('is encoded where the upstream did not encode it', async () => {
    const { objectStoreUrl } = stack.sandbox;
    sendDownloadUrl(`${objectStoreUrl}/k?n=会议&X-Amz-Signature=a%2Fb`);
    const encoded = `${objectStoreUrl}/k?n=%E4%BC%9A%E8%AE%AE&X-Amz-Signature=a%2Fb`;
    const redirect = await stack.call('GET', `/v1/spaces/${spaceId}/files/${fileId}/content?redirect=true`);
    expect([redirect.status, redirect.headers.get('location')]).toEqual([302, encoded]);
    const links = await stack.call('POST', `/v1/spaces/${spaceId}/download-links`, { body: { fileIds: [fileId] } });
    expect(links.json()).toMatchObject({ items: [{ url: encoded }] });
  });

  it.each([
    ['getJobList', '/v1/jobs', { data: [{ taskId: '5', taskType: 1, status: 2, downloadUrl: 'http://x.example/' }] }],
    ['auditList', '/v1/reviews', { auditList: [{ sha256: 'a'.repeat(64), size: 1, downloadUrl: '' }] }],
  ])('%s: a list has no URL where none is documented', async (operation, path, body) => {
    stack.sandbox.faults.add({ match: { operation }, effect: { body: { code: 0, msg: '', ...body } } });
    const { items } = (await stack.call('GET', path)).json<ListResponse<object>>();
    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty('url');
  });
});

describe('the URL of a page, picture or script', () => {
  it.each([
    ['1', 'javascript:alert(1)', undefined],
    ['2', 'data:text/html,x', undefined],
    ['3', 'https://pages.example/s/1', 'https://pages.example/s/1'],
  ])('of share %s, %j, is shown only if browsers load it by HTTP', async (shareId, linkUrl, url) => {
    const shareLink = { shareId, shortUrl: '8', linkUrl, status: 0 };
    stack.sandbox.faults.add({
      match: { operation: 'getShareByMeDetail' },
      effect: { body: { code: 0, msg: '', shareLink } },
    });
    expect((await stack.call('GET', `/v1/shares/${shareId}`)).json<{ url?: string }>().url).toBe(url);
  });
});
