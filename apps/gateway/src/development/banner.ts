/** The text that a developer sees after `npm start`: the URLs, an API key, and commands to paste into a shell. */
export function formatBanner(options: {
  /** URL. */
  readonly gateway: string;
  /** Undefined without the embedded sandbox. */
  readonly sandbox: { readonly url: string; readonly controlToken: string } | undefined;
  readonly docs: boolean;
  readonly key: string | undefined;
  readonly user: string | undefined;
  readonly spaceId: string | undefined;
}): string {
  const { gateway, sandbox, docs, key, user, spaceId } = options;
  const lines = ['', `koodrive-gateway  ${gateway}`];
  if (docs) lines.push(`documentation     ${gateway}/docs   (OpenAPI: ${gateway}/openapi.json)`);
  if (sandbox)
    lines.push(
      `KooDrive sandbox  ${sandbox.url}`,
      `sandbox control   ${sandbox.url.replace('://', `://sandbox:${sandbox.controlToken}@`)}/_sandbox`,
      `sign in           ${gateway}/auth/login${docs ? '?returnTo=/docs' : ''}   (a browser; docs/sign-in.md)`,
    );
  if (!key) return [...lines, ''].join('\n');
  const authorization = `-H 'Authorization: Bearer ${key}'`;
  lines.push(
    `API key           ${key}`,
    `                  for development only; acts for ${user ?? 'the app'}`,
    '',
    'Try:',
    `  curl -s ${authorization} ${gateway}/v1/me`,
    `  curl -s ${authorization} ${gateway}/v1/spaces`,
  );
  if (spaceId) {
    const files = `${gateway}/v1/spaces/${spaceId}`;
    lines.push(
      `  curl -si ${authorization} '${files}/files?limit=3'`,
      `  curl -s ${authorization} -H 'Content-Type: application/json' -d '{"name":"Hello"}' ${files}/folders`,
      `  curl -s -X PUT ${authorization} --data-binary 'Hello, KooDrive' '${files}/content?name=hello.txt'`,
    );
  }
  return [...lines, ''].join('\n');
}
