/** What a developer wants to see after `npm start`: where things are, a key, and lines that work when pasted. */
export function banner(addresses: {
  readonly gateway: string;
  readonly sandbox: string | undefined;
  readonly docs: boolean;
  readonly key: string | undefined;
  readonly user: string | undefined;
  readonly spaceId: string | undefined;
}): string {
  const { gateway, sandbox, docs, key, user, spaceId } = addresses;
  const lines = ['', `koodrive-gateway  ${gateway}`];
  if (docs) lines.push(`documentation     ${gateway}/docs   (OpenAPI: ${gateway}/openapi.json)`);
  if (sandbox) lines.push(`KooDrive sandbox  ${sandbox}   (control: ${sandbox}/_sandbox)`);
  if (sandbox)
    lines.push(
      `sign in           ${gateway}/auth/login${docs ? '?returnTo=/docs' : ''}   (a browser; docs/sign-in.md)`,
    );
  if (!key) return [...lines, ''].join('\n');
  const bearer = `-H 'Authorization: Bearer ${key}'`;
  lines.push(
    `API key           ${key}`,
    `                  for development only; acts for ${user ?? 'the app'}`,
    '',
    'Try:',
    `  curl -s ${bearer} ${gateway}/v1/me`,
    `  curl -s ${bearer} ${gateway}/v1/spaces`,
  );
  if (spaceId) {
    const files = `${gateway}/v1/spaces/${spaceId}`;
    lines.push(
      `  curl -si ${bearer} '${files}/files?limit=3'`,
      `  curl -s ${bearer} -H 'Content-Type: application/json' -d '{"name":"Hello"}' ${files}/folders`,
      `  curl -s -X PUT ${bearer} --data-binary 'Hello, KooDrive' '${files}/content?name=hello.txt'`,
    );
  }
  return [...lines, ''].join('\n');
}
