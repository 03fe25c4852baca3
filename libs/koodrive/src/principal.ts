/**
 * On whose behalf the upstream is called.
 *
 * - `session`: a signed-in user with an upstream session of their own; the session's Access Token is sent.
 * - `user`: the app for a user; each request is signed by the app and names the user (KooDrive's own id).
 * - `app`: the app alone.
 */
export type Principal =
  | { readonly kind: 'session'; readonly sessionId: string; readonly userId: string }
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'app' };

/** A text that names the principal and no other: the first part of every cache key and of every token's name. */
export function principalKey(principal: Principal): string {
  switch (principal.kind) {
    case 'session':
      return `session:${encodeURIComponent(principal.userId)}:${encodeURIComponent(principal.sessionId)}`;
    case 'user':
      return `user:${encodeURIComponent(principal.userId)}`;
    case 'app':
      return 'app';
  }
}
