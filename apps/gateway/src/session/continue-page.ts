/** On the page alone: nothing is loaded, run, framed or sent by it. */
export const continuePagePolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * A page that leads on to a path of ours. A redirect would not do: browsers leave a Strict cookie out all along a chain
 * of redirects that another site began, so that the page at its end would find nobody signed in. What a page of our own
 * begins is no such chain.
 */
export function continuePage(path: string): string {
  const target = escape(path);
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

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
