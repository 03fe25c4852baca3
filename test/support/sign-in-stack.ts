import type { Clock } from '../../libs/store/src/index.js';
import { findFreePort } from './ports.js';
import type { BrowserResponse } from './simulated-browser.js';
import { type GatewayStack, type GatewayStackOptions, startGatewayStack } from './gateway-stack.js';

/** The origin of a page that may call the gateway of a sign-in stack. */
export const allowedOrigin = 'http://localhost:4444';
/** The host of the gateway's cookies. The sandbox is at 127.0.0.1, which is another site for a browser. */
export const gatewayHost = 'localhost';

/** Real time plus an offset that a test sets. */
export class OffsetClock implements Clock {
  offsetMs = 0;

  now(): number {
    return Date.now() + this.offsetMs;
  }

  monotonic(): number {
    return performance.now() + this.offsetMs;
  }
}

export const problemCode = (response: Pick<BrowserResponse, 'json'>): unknown => response.json().code;

/** Starts a stack where browsers can sign in. @returns the stack, and the gateway's origin as browsers see it */
export async function startSignInStack({ env, ...options }: GatewayStackOptions = {}): Promise<{
  stack: GatewayStack;
  gateway: string;
}> {
  const port = await findFreePort();
  const gateway = `http://${gatewayHost}:${port}`;
  const stack = await startGatewayStack({
    ...options,
    env: {
      PORT: String(port),
      LOGIN_DOMAIN: `${gateway}/auth/callback`,
      ALLOWED_ORIGINS: allowedOrigin,
      // All requests come from one address, and many are rejected on purpose.
      RATE_LIMIT_REFUSALS: '100000',
      RATE_LIMIT_LOGINS: '100000',
      ...env,
    },
  });
  return { stack, gateway };
}
