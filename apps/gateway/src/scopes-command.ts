import { scopesDocumentation } from '#callers';

/** `npm run scopes`: the page of scopes, on standard output. */
process.stdout.write(`# Scopes

Each route needs one scope, shown as \`x-scope\` in [openapi.json](openapi.json); none implies another, and \`any\` asks for none.
Keys hold those they were made with, tokens those that their issuer put in (\`*\` never: a token names its scopes), sessions
those of \`SESSION_SCOPES\`.
\`npm run scopes\` writes this page from \`libs/callers/src/scopes.ts\`.

${scopesDocumentation()}
`);
