/**
 * Prints, for a GET and a POST, each step of the signature, so that it can be compared with test vectors of others. The
 * secret is no argument: all users of the machine see the arguments of a process.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { encodeQuery, type QueryPair } from '../request/percent-encoding.js';
import {
  buildAuthorizationHeader,
  buildCanonicalRequest,
  type SignableRequest,
  buildStringToSign,
} from './signature.js';

const usage = `npm run signature -- [--host H] [--path P] [--app-id ID] [--app-secret-file FILE] [--user U] [--date D] [--body JSON]

The secret is read from a file, or with /dev/stdin from standard input.`;

// A reader may end before the last line, such as head.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const { values, appSecret } = readArguments();

const query: readonly QueryPair[] = [
  ['b', ''],
  ['a', 'x y'],
  ['name', '文'],
];
const headers = { Host: values.host, 'X-Date': values.date, 'X-User-Id': values.user };

print({ method: 'GET', path: values.path, query, headers });
print({ method: 'POST', path: values.path, query: [], headers, body: Buffer.from(values.body) });

function print(request: SignableRequest): void {
  const canonical = buildCanonicalRequest(request);
  const target = request.query.length > 0 ? `${request.path}?${encodeQuery(request.query)}` : request.path;
  const sections = {
    request: `${request.method} ${target}`,
    'canonical request': canonical,
    'string to sign': buildStringToSign(canonical),
    authorization: buildAuthorizationHeader(values['app-id'], appSecret, request),
  };
  for (const [title, text] of Object.entries(sections)) process.stdout.write(`--- ${title}\n${text}\n`);
  process.stdout.write('\n');
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: 'string', default: 'cn.myhuaweicloud-koodrive.com' },
        path: { type: 'string', default: '/koodrive/ose/v1/jobs' },
        'app-id': { type: 'string', default: 'example-app-id' },
        'app-secret-file': { type: 'string' },
        user: { type: 'string', default: '1395497048157130881' },
        date: { type: 'string', default: '20260102T030405Z' },
        body: { type: 'string', default: '{"containerId":"IAAD","fileName":"文.txt"}' },
      },
    });
    const file = values['app-secret-file'];
    return { values, appSecret: file === undefined ? 'example-app-secret' : readFileSync(file, 'utf8').trim() };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`);
    return process.exit(2);
  }
}
