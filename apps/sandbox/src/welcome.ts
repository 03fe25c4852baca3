import { formatControlUrl } from './control/control-token.js';
import { defaultClientSecret } from './options.js';
import type { Sandbox } from './sandbox.js';

/** The text that a sandbox prints when it runs by itself: addresses, and commands to paste into a shell. */
export function formatWelcomeMessage({ url, objectStoreUrl, appTokenUrl, options, users }: Sandbox): string {
  const [first] = users();
  const userId = first?.userId ?? '';
  const control = formatControlUrl(url, options.controlToken);
  const api = `${url}/koodrive/ose/v1`;
  return `KooDrive sandbox
  API           ${url}
  object store  ${objectStoreUrl}
  app tokens    ${appTokenUrl}
  sign-in page  ${url}/identity/authorize?response_type=code&client_id=${options.clientId}&redirect_uri=http://localhost/
  control API   ${control}
  app id        ${options.appId}

Try:
  TOKEN=$(curl -s ${control}/sessions -H 'content-type: application/json' -d '{"userId":"${userId}"}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
  curl -s ${api}/session/auth -H "Authorization: $TOKEN"
  curl -s ${appTokenUrl} -d grant_type=client_credentials -d client_id=${options.clientId} -d client_secret="\${SANDBOX_CLIENT_SECRET:-${defaultClientSecret}}"
  curl -s ${control}/counters
`;
}
