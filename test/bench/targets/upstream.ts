/**
 * The upstream of the bench, the same for all targets. It responds at once and checks nothing, so that the bench measures
 * the target and not the upstream. It uses plain node:http, because that is fast.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenPort } from '../target-environment.js';
import {
  benchFileId,
  listingPath,
  listingResponse,
  objectBytes,
  objectPath,
  benchSpaceId,
  benchUserId,
} from '../upstream-data.js';

const toJsonBuffer = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const origin = `http://127.0.0.1:${listenPort}`;
const signedQuery =
  'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20260311T091725Z&X-Amz-Expires=3600&X-Amz-Signature=00';

const responsesByRoute = new Map<string, Buffer>([
  [`POST ${listingPath}`, listingResponse],
  [
    `GET /koodrive/ose/v1/space/container/${benchSpaceId}`,
    toJsonBuffer({
      code: 0,
      msg: 'success',
      data: {
        containerId: benchSpaceId,
        ownerId: benchUserId,
        type: '1',
        status: '0',
        bizRootFileId: `DEUI7pa0C24Aroot${benchSpaceId}`,
      },
    }),
  ],
  [
    'POST /koodrive/ose/v1/files/download',
    toJsonBuffer({
      code: 0,
      msg: 'success',
      batchCode: 1,
      downloads: [
        { fileId: benchFileId, fileName: 'one.bin', url: `${origin}${objectPath}?${signedQuery}`, code: 0, msg: '' },
      ],
    }),
  ],
]);

function respond(request: IncomingMessage, response: ServerResponse): void {
  const [path = ''] = (request.url ?? '').split('?');
  const body = path === objectPath ? objectBytes : responsesByRoute.get(`${request.method} ${path}`);
  response.writeHead(body ? 200 : 404, {
    'content-type': path === objectPath ? 'application/octet-stream' : 'application/json',
    'content-length': body?.length ?? 0,
  });
  response.end(body);
}

const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => respond(request, response));
});
server.keepAliveTimeout = 60_000;
server.listen(listenPort, '127.0.0.1');
