/** Content-Security-Policy of the page: it loads, runs and submits nothing, and cannot be framed. */
export const redirectPagePolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The HTML of a page that navigates to a path of the gateway's origin. A redirect would not work: browsers do not send
 * a `SameSite=Strict` cookie in a chain of redirects that another site started, so that the user would not be signed
 * in on the last page. A navigation from the gateway's own page sends the cookie.
 */
export function renderRedirectPage(path: string): string {
  const target = escapeHtml(path);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${target}">
<title>Signed in</title>
</head>
<body>
<p>You are signed in. <a href="${target}">Continue</a></p>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
