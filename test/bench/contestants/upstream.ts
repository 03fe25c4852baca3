/**
 * The upstream of the bench, the same for all contestants: it answers at once and checks nothing, so that what is
 * measured is what stands before it. Plain node:http, the fastest server at hand.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { port } from '../listen.js';
import { FILE_ID, LISTING_PATH, listingAnswer, object, OBJECT_PATH, SPACE_ID, USER_ID } from '../upstream-data.js';

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const origin = `http://127.0.0.1:${port}`;
const expiry = 'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20260311T091725Z&X-Amz-Expires=3600&X-Amz-Signature=00';

const answers = new Map<string, Buffer>([
  [`POST ${LISTING_PATH}`, listingAnswer],
  [
    `GET /koodrive/ose/v1/space/container/${SPACE_ID}`,
    json({
      code: 0,
      msg: 'success',
      data: {
        containerId: SPACE_ID,
        ownerId: USER_ID,
        type: '1',
        status: '0',
        bizRootFileId: `DEUI7pa0C24Aroot${SPACE_ID}`,
      },
    }),
  ],
  [
    'POST /koodrive/ose/v1/files/download',
    json({
      code: 0,
      msg: 'success',
      batchCode: 1,
      downloads: [{ fileId: FILE_ID, fileName: 'one.bin', url: `${origin}${OBJECT_PATH}?${expiry}`, code: 0, msg: '' }],
    }),
  ],
]);

function answer(request: IncomingMessage, response: ServerResponse): void {
  const [path = ''] = (request.url ?? '').split('?');
  const found = path === OBJECT_PATH ? object : answers.get(`${request.method} ${path}`);
  response.writeHead(found ? 200 : 404, {
    'content-type': path === OBJECT_PATH ? 'application/octet-stream' : 'application/json',
    'content-length': found?.length ?? 0,
  });
  response.end(found);
}

const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => answer(request, response));
});
server.keepAliveTimeout = 60_000;
server.listen(port, '127.0.0.1');
