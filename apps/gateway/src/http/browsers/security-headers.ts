/** On every answer (S16). The API is no page: nothing may be loaded by it, and nobody may frame it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** The documentation page is one: its own scripts and styles, and calls to this API. */
export const documentationHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'",
};

/** Whether a route belongs to the documentation page: the only routes that are made by somebody else. */
export const isDocumentation = (route: string): boolean =>
  route === '/docs' || route.startsWith('/docs/') || route.startsWith('/docs-');
