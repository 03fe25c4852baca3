/** Headers of every response (S16). An API response is not a page: it loads nothing and cannot be framed. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Headers of the documentation page, which loads its own scripts and styles and calls this API. */
export const documentationHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** Whether a route belongs to the documentation page. Swagger registers these routes; they have no @Endpoint. */
export const isDocumentationRoute = (route: string): boolean => route === '/docs' || route.startsWith('/docs/');
