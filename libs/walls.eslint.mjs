/**
 * The walls between rooms, as lint rules. `floors` says for each library which others it may import; what is not named
 * is a wall. The picture is in docs/architecture.md, and test/contract/walls.spec.ts shows that each wall holds.
 */
import { dirname, relative, resolve, sep } from 'node:path';

export const floors = {
  config: [],
  problem: [],
  store: [],
  resilience: [],
  telemetry: ['problem', 'config'],
  koodrive: ['resilience'],
  callers: ['problem', 'store', 'config', 'koodrive'],
  'access-token': ['koodrive', 'store', 'resilience'],
  cache: ['koodrive', 'store'],
  // What callers install: it works without any of us.
  client: [],
};

const root = dirname(import.meta.dirname);

/** The folders of the gateway that stand below its resources: what requests and answers have in common, and the way up. */
const gatewayGround = ['http', 'upstream'];

/**
 * Resources whose answers hold another's entries. They may import the other's shapes and calls (`*.dto`, `*.upstream`),
 * one way only, rather than map the same upstream entry a second time.
 */
const showing = {
  content: ['files'],
  favorites: ['files'],
  files: ['permissions', 'versions'],
  me: ['files', 'spaces', 'users'],
  'recycle-bin': ['files'],
  'public-links': ['content', 'shares'],
  'share-links': ['content', 'jobs', 'shares'],
};
/** Of one resource by two sets of operations: the second takes from the first whatever it needs. */
const twins = { 'public-links': 'share-links' };

/**
 * Where a path of the repository lives. `inner` is the resource folder of an app, empty for files at its top.
 * @param {string} path absolute
 */
function roomOf(path) {
  const [area, name, src, inner, ...rest] = relative(root, path).split(sep);
  if (area === 'libs') return { kind: 'library', name };
  if (area === 'apps') return { kind: 'app', name, inner: src === 'src' && rest.length > 0 ? inner : '' };
  return { kind: area === 'test' ? 'test' : 'outside', name: name ?? '' };
}

/** What is wrong with importing `target` from `file`; undefined where nothing is. */
function wallBetween(file, target) {
  const from = roomOf(file);
  const frontDoor = /^#([a-z-]+)$/.exec(target)?.[1];
  if (frontDoor) return wallToLibrary(from, frontDoor);
  if (!target.startsWith('.')) return wallToPackage(from, target, file);
  const to = roomOf(resolve(dirname(file), target));
  if (to.kind === 'test') return file.endsWith('.spec.ts') ? undefined : 'Only specs import from test/.';
  if (to.kind === 'outside') return 'Nothing outside apps/ and libs/ is imported by path.';
  if (to.kind === 'library' && !(from.kind === 'library' && from.name === to.name)) {
    return `Go through the front door of the library (#${to.name}).`;
  }
  if (to.kind === 'app' && from.kind === 'library') return 'A library knows no app.';
  if (to.kind === 'app' && from.name !== to.name) return `apps/${from.name} and apps/${to.name} share no code.`;
  if (to.kind === 'app' && from.name === 'gateway') return wallInsideGateway(from.inner, to.inner, target);
  return undefined;
}

function wallToLibrary(from, library) {
  if (from.kind === 'app' && from.name === 'sandbox') {
    return 'The sandbox is the other side: it shares nothing with the gateway but the data of the contract.';
  }
  if (from.kind !== 'library' || floors[from.name]?.includes(library)) return undefined;
  return `libs/${from.name} may import only: ${floors[from.name]?.join(', ') || 'no other library'}.`;
}

function wallToPackage(from, target, file) {
  if (from.kind === 'library' && from.name === 'client' && target !== 'openapi-fetch' && !file.endsWith('.spec.ts')) {
    return 'The client runs in browsers, and brings nothing but openapi-fetch.';
  }
  const isUpstreamClient = from.kind === 'library' && from.name === 'koodrive';
  if (isUpstreamClient && /^@nestjs\/(?!axios$)/.test(target)) return 'The upstream client knows nothing of Nest.';
  return undefined;
}

function wallInsideGateway(from, to, target) {
  if (from === '' || from === to || gatewayGround.includes(to)) return undefined;
  if (twins[from] === to) return undefined;
  if (showing[from]?.includes(to) && /\.(dto|upstream)\.js$/.test(target)) return undefined;
  return `${from}/ imports no other resource folder: only ${gatewayGround.map((room) => `../${room}/`).join(', ')} and libraries.`;
}

const rooms = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = (node) => {
      const target = node.source?.value;
      const message = typeof target === 'string' ? wallBetween(context.filename, target) : undefined;
      if (message) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

const names = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const path = relative(root, context.filename).split(sep);
    const vague = path.find((part) => /^(common|shared|utils?|helpers?|misc)(\.|$)/.test(part));
    return {
      Program(node) {
        if (vague)
          context.report({ node, message: `"${vague}" says nothing: name the file or folder after what it holds.` });
      },
    };
  },
};

/** `import type` of a class in a decorated signature compiles, and switches its validation off. */
const DTO_NAME = '/(Dto|Query|Params|Body)$/';
const DTO_FILE = '/\\.dto\\.js$/';
const typeOnlyDto = [
  `ImportDeclaration[importKind="type"][source.value=${DTO_FILE}]`,
  `ImportDeclaration[source.value=${DTO_FILE}] > ImportSpecifier[importKind="type"]`,
  `ImportDeclaration[importKind="type"] > ImportSpecifier[imported.name=${DTO_NAME}]`,
  `ImportSpecifier[importKind="type"][imported.name=${DTO_NAME}]`,
].map((selector) => ({ selector, message: 'A DTO imported as a type is not validated: import the class itself.' }));

export default [
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    plugins: { walls: { rules: { rooms, names } } },
    rules: { 'walls/rooms': 'error', 'walls/names': 'error' },
  },
  { files: ['**/*.controller.ts'], rules: { 'no-restricted-syntax': ['error', ...typeOnlyDto] } },
];
