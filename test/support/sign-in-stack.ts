import { freePort } from './ports.js';
import { type Stack, type StackOptions, startStack } from './stack.js';

/** A page's origin that may call the gateway of a sign-in stack. */
export const allowedOrigin = 'http://localhost:4444';
/** The host of its cookies. The sandbox is at 127.0.0.1: to a browser another site. */
export const gatewayHost = 'localhost';

/** A stack where browsers can sign in. @returns it, and its origin as browsers see it */
export async function startSignInStack({ env, ...options }: StackOptions = {}): Promise<{
  stack: Stack;
  gateway: string;
}> {
  const port = await freePort();
  const gateway = `http://${gatewayHost}:${port}`;
  const stack = await startStack({
    ...options,
    env: {
      PORT: String(port),
      LOGIN_DOMAIN: `${gateway}/auth/callback`,
      ALLOWED_ORIGINS: allowedOrigin,
      // Every request comes from one address, and many are refused on purpose.
      RATE_LIMIT_REFUSALS: '100000',
      RATE_LIMIT_LOGINS: '100000',
      ...env,
    },
  });
  return { stack, gateway };
}
