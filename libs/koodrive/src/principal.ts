/**
 * The user or app that a call to the upstream is made for.
 *
 * - `session`: a signed-in user with a KooDrive session; the access token of that session is sent.
 * - `user`: the app on behalf of a user; the app signs each request and names the user by KooDrive's own id.
 * - `app`: the app itself.
 */
export type Principal =
  | { readonly kind: 'session'; readonly browserSessionId: string; readonly userId: string }
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'app' };

/** A unique text for the principal. Every cache key starts with it, and the store keys of tokens are derived from it. */
export function principalKey(principal: Principal): string {
  switch (principal.kind) {
    case 'session':
      return `session:${encodeURIComponent(principal.userId)}:${encodeURIComponent(principal.browserSessionId)}`;
    case 'user':
      return `user:${encodeURIComponent(principal.userId)}`;
    case 'app':
      return 'app';
  }
}
