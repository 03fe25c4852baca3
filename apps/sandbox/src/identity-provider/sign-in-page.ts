export interface SignInUser {
  readonly userId: string;
  readonly name: string;
  /** The text under the name. */
  readonly role: string;
  readonly enabled: boolean;
}

/** The fields that the form sends in addition to the selected user. */
export type HiddenFields = Readonly<Record<string, string>>;

const pageStyle = `
:root { color-scheme: light dark; --ink: #17202b; --soft: #5a6675; --page: #eef1f5; --card: #fff; --line: #d5dbe3; --mark: #0a5fc2; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9edf2; --soft: #a5b0bd; --page: #12171d; --card: #1b222b; --line: #35404d; --mark: #7db7ff; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--page);
  color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 26rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem;
  padding: 2rem 1.75rem; box-shadow: 0 8px 30px rgb(0 0 0 / 8%); }
h1 { margin: 0 0 .25rem; font-size: 1.4rem; }
p { margin: 0 0 1.25rem; color: var(--soft); overflow-wrap: anywhere; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
button { width: 100%; display: flex; gap: .9rem; align-items: center; padding: .65rem .8rem; text-align: start; cursor: pointer;
  font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: .7rem; }
button:hover:enabled { border-color: var(--mark); }
button:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
button:disabled { cursor: not-allowed; opacity: .6; }
.initials { flex: none; width: 2.4rem; height: 2.4rem; border-radius: 50%; display: grid; place-items: center;
  background: var(--mark); color: var(--card); font-weight: 600; }
.name { display: block; font-weight: 600; }
.role { display: block; font-size: .875rem; color: var(--soft); }
`;

/**
 * The page to select a user. Works without JavaScript, with a keyboard and with a screen reader.
 * @param redirectOrigin shown to the user
 */
export function renderSignInPage(users: readonly SignInUser[], hidden: HiddenFields, redirectOrigin: string): string {
  const fields = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return renderPage(
    'Sign in to the sandbox',
    `<h1>Sign in to the sandbox</h1>
<p id="about">Pick a person; there are no passwords here. You will return to ${escapeHtml(redirectOrigin)}.</p>
<form method="post" action="/identity/authorize" aria-describedby="about">
${fields.join('\n')}
<ul>
${users.map(renderUserButton).join('\n')}
</ul>
</form>`,
  );
}

/** The page with the reason why a sign-in is not possible. */
export function renderSignInErrorPage(reason: string): string {
  return renderPage('Cannot sign in', `<h1>Cannot sign in</h1>\n<p role="alert">${escapeHtml(reason)}</p>`);
}

function renderUserButton({ userId, name, role, enabled }: SignInUser): string {
  const disabledAttribute = enabled ? '' : ' disabled';
  return `<li><button name="user" value="${escapeHtml(userId)}"${disabledAttribute}>
<span class="initials" aria-hidden="true">${escapeHtml(initialsOf(name))}</span>
<span><span class="name">${escapeHtml(name)}</span><span class="role">${escapeHtml(enabled ? role : `${role}, disabled`)}</span></span>
</button></li>`;
}

function renderPage(title: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return words
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
