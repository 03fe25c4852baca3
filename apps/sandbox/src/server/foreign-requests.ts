import type { IncomingHttpHeaders } from 'node:http';
import { isLoopbackHost } from '../loopback.js';

/** Why a request is rejected before anything else looks at it. */
export interface ForeignRequestError {
  readonly status: 403 | 421;
  readonly message: string;
}

export type ForeignRequestCheck = (request: {
  readonly method?: string;
  readonly headers: IncomingHttpHeaders;
}) => ForeignRequestError | undefined;

const unknownHost: ForeignRequestError = {
  status: 421,
  message: 'Host names neither this machine (localhost, 127.0.0.1) nor SANDBOX_PUBLIC_HOST.',
};
const foreignPage: ForeignRequestError = {
  status: 403,
  message: 'The request comes from a web page of another site. Only pages of this machine (localhost) may call.',
};

/**
 * Rejects what web pages of other sites make the browser of a developer send to the sandbox.
 *
 * - Host must be a loopback name or the sandbox's own: in DNS rebinding, the name of a foreign page resolves to 127.0.0.1,
 *   and the browser regards the sandbox as that page's own server. Host then has the name of the page.
 * - Origin must be of a loopback name or the sandbox's own. Browsers send it with each request that can change something.
 * - Without Origin, Sec-Fetch-Site must not be `cross-site`: such a request could meet a fault that is meant for a test. A
 *   link that opens a page of the sandbox is allowed, as a sign-in begins with one.
 *
 * @param ownHost the host name in the URLs that the sandbox returns
 * @param options `embeddable`: images and links of other pages may be loaded from here, as from an object store
 */
export function createForeignRequestCheck(
  ownHost: string,
  { embeddable = false }: { readonly embeddable?: boolean } = {},
): ForeignRequestCheck {
  const isLocalHost = (hostname: string): boolean =>
    isLoopbackHost(hostname) || hostname.toLowerCase() === ownHost.toLowerCase();
  return ({ method, headers }) => {
    if (!isLocalHost(parseHostname(headers.host))) return unknownHost;
    if (headers.origin !== undefined) return isLocalHost(parseOriginHostname(headers.origin)) ? undefined : foreignPage;
    return embeddable || headers['sec-fetch-site'] !== 'cross-site' || opensPage(method, headers)
      ? undefined
      : foreignPage;
  };
}

/** The header Host without the port; empty where it is missing or malformed. */
function parseHostname(host = ''): string {
  return /^(\[[^\]]*\]|[^:]*)(?::\d+)?$/.exec(host)?.[1] ?? '';
}

/** Empty for `null`, which sandboxed frames and files send. */
function parseOriginHostname(origin: string): string {
  return URL.canParse(origin) && /^https?:/.test(origin) ? new URL(origin).hostname : '';
}

/** Whether the browser opens a page in a tab, not in a frame of the foreign page. */
function opensPage(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  return method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}
