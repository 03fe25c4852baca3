import { renderScopeTable } from '#callers';

/** Prints docs/scopes.md to standard output: `npm run scopes`. */
process.stdout.write(`# Scopes

Each route requires one scope, shown as \`x-scope\` in [openapi.json](openapi.json). No scope implies another. \`any\`
requires no scope. An API key has the scopes it was created with. A token has the scopes that its issuer put in it
(never \`*\`: a token lists its scopes). A browser session has the scopes of \`SESSION_SCOPES\`.
\`npm run scopes\` writes this page from \`libs/callers/src/scopes.ts\`.

${renderScopeTable()}
`);
