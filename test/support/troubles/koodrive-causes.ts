import { findFreePort } from '../ports.js';
import { TcpProxy } from '../tcp-proxy.js';
import type { Breakage, TroubleBench, TroubleCause } from './trouble-cause.js';

const readSpaces = (bench: TroubleBench) => () =>
  bench.call('GET', '/v1/spaces', { headers: { 'cache-control': 'no-cache' } });
/** Needs no app token. */
const readDepartments = (bench: TroubleBench) => () =>
  bench.call('GET', '/v1/departments', { headers: { 'cache-control': 'no-cache' } });

interface FaultCause {
  readonly cause: string;
  readonly variant?: string;
  readonly match?: object;
  readonly effect: object;
  readonly env?: Readonly<Record<string, string>>;
}

/** A cause that is a fault of the sandbox. */
const toCause = (
  { cause, variant, match = {}, effect, env }: FaultCause,
  use: (bench: TroubleBench) => () => Promise<unknown>,
): TroubleCause => ({
  cause,
  variant,
  prepare: async (bench) => ({
    env,
    begin: () => bench.sandbox.control.addFault({ match, effect }),
    use: use(bench),
    end: () => bench.sandbox.control.clearFaults(),
  }),
});

const koodriveFaults: readonly FaultCause[] = [
  { cause: 'KooDrive: resets connections', effect: { reset: 'before' } },
  { cause: 'KooDrive: does not respond in time', effect: { delayMs: 2_500 } },
  { cause: 'KooDrive: 5xx', effect: { status: 503 } },
  { cause: 'KooDrive: HTML of a proxy', effect: { html: true, status: 200 } },
  { cause: 'KooDrive: HTML of a proxy', variant: 'JSON that is cut off', effect: { invalidJson: true } },
];

/** An operation by signature, and the one that a check calls for other users. */
const signedOperations = ['getDepartmentList', 'getUnreadCount'];
const signatureFaults: readonly FaultCause[] = [
  {
    cause: 'KooDrive: rejects signatures of the app',
    match: { operation: signedOperations },
    effect: { status: 401 },
  },
  {
    cause: 'KooDrive: rejects the only known user',
    match: { operation: signedOperations },
    effect: { status: 401 },
    // Without an app token, no other users are found.
    env: { KOODRIVE_APP_TOKEN_URL: '', KOODRIVE_CLIENT_ID: '', KOODRIVE_CLIENT_SECRET: '' },
  },
];

const clockDifferenceMs = 3 * 24 * 60 * 60 * 1000;
const prepareClockSkew = async (bench: TroubleBench): Promise<Breakage> => ({
  begin: () => bench.sandbox.control.advanceClock(clockDifferenceMs),
  use: readDepartments(bench),
  end: () => bench.sandbox.control.advanceClock(-clockDifferenceMs),
});

/** Until the end of the test, what is at `url` is at that port too. */
async function serveOn(bench: TroubleBench, port: number, url: string): Promise<void> {
  const proxy = await TcpProxy.start(Number(new URL(url).port), '127.0.0.1', { port });
  bench.stopLater(() => proxy.close());
}

async function prepareMissingKooDrive(bench: TroubleBench): Promise<Breakage> {
  const port = await findFreePort();
  return {
    env: { KOODRIVE_BASE_URL: `http://127.0.0.1:${port}` },
    // The other sandbox does not know the app tokens of the first one.
    use: readDepartments(bench),
    end: () => serveOn(bench, port, bench.sandbox.url),
  };
}

/** Downloads a file for which KooDrive gives out the URL of the last fault. */
const download = (bench: TroubleBench) => () => bench.call('GET', '/v1/spaces/1/files/1/content');
async function giveOutUrl({ sandbox: { control } }: TroubleBench, url: string): Promise<void> {
  await control.clearFaults();
  const body = {
    code: 0,
    msg: 'success',
    batchCode: 1,
    downloads: [{ fileId: '1', fileName: 'a.txt', url, code: '0' }],
  };
  await control.addFault({ match: { operation: 'getDownLoadUrl' }, effect: { body } });
}
/** The object store responds that the signature is wrong: it works. */
const workingUrl = ({ sandbox }: TroubleBench): string => `${sandbox.objectStoreUrl}/a`;

async function prepareMissingStore(bench: TroubleBench): Promise<Breakage> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  return {
    env: { KOODRIVE_OBJECT_STORE_ORIGINS: origin },
    begin: () => giveOutUrl(bench, `${origin}/a`),
    use: download(bench),
    end: () => serveOn(bench, port, bench.sandbox.objectStoreUrl),
  };
}

const prepareUnknownOrigin = async (bench: TroubleBench): Promise<Breakage> => ({
  begin: () => giveOutUrl(bench, 'https://store.example/a'),
  use: download(bench),
  end: () => giveOutUrl(bench, workingUrl(bench)),
});

const prepareStoreFault =
  (effect: object) =>
  async (bench: TroubleBench): Promise<Breakage> => ({
    begin: async () => {
      await giveOutUrl(bench, workingUrl(bench));
      await bench.sandbox.control.addFault({ match: { part: 'download' }, effect });
    },
    use: download(bench),
    end: () => giveOutUrl(bench, workingUrl(bench)),
  });

/** The spaces of a user are read with the token of the app. */
const useAppToken = (bench: TroubleBench) => () =>
  bench.call('GET', `/v1/users/${bench.userId}/spaces`, {
    token: bench.appKey,
    headers: { 'cache-control': 'no-cache' },
  });
const appTokenFault: FaultCause = {
  cause: 'KooDrive: rejects app tokens',
  match: { operation: ['getUserSpaceList', 'getSpaceV2'] },
  effect: { status: 401 },
};
/** Before the gateway starts: a token that it has is used until it expires. */
const toTokenCause = ({ cause, variant, effect }: FaultCause): TroubleCause => ({
  cause,
  variant,
  prepare: async (bench) => {
    await bench.sandbox.control.addFault({ match: { part: 'token' }, effect });
    return { use: useAppToken(bench), end: () => bench.sandbox.control.clearFaults() };
  },
});
const tokenFaults: readonly FaultCause[] = [
  { cause: 'token endpoint: rejects the client', effect: { status: 401 } },
  { cause: 'token endpoint: fails', variant: '503', effect: { status: 503 } },
  { cause: 'token endpoint: fails', variant: 'resets connections', effect: { reset: 'before' } },
];

export const koodriveCauses: readonly TroubleCause[] = [
  { cause: 'KooDrive: refuses connections', prepare: prepareMissingKooDrive },
  ...koodriveFaults.map((fault) => toCause(fault, readSpaces)),
  ...signatureFaults.map((fault) => toCause(fault, readDepartments)),
  { cause: 'KooDrive: its clock differs by days', prepare: prepareClockSkew },
  toCause(appTokenFault, useAppToken),
  { cause: 'object store: refuses connections', prepare: prepareMissingStore },
  { cause: 'object store: resets connections', prepare: prepareStoreFault({ reset: 'before' }) },
  { cause: 'object store: 5xx', prepare: prepareStoreFault({ status: 503 }) },
  { cause: 'object store: its origin is not configured', prepare: prepareUnknownOrigin },
  ...tokenFaults.map(toTokenCause),
];
