/**
 * The import boundaries between the folders of the repository, as lint rules. `layers` says for each library which others
 * it may import; everything that is not listed is forbidden. docs/architecture.md has the drawing, and
 * test/contract/boundaries.spec.ts tests each boundary.
 */
import { dirname, relative, resolve, sep } from 'node:path';

/** For each library, the libraries that it may import. */
export const allowedLibraryImports = {
  config: [],
  problem: [],
  resilience: [],
  store: [],
  telemetry: [],
  vault: ['store'],
  koodrive: ['resilience'],
  callers: ['config', 'koodrive', 'problem', 'store', 'vault'],
  'access-token': ['koodrive', 'resilience', 'store', 'vault'],
  cache: ['koodrive', 'store', 'vault'],
  // The client is installed by callers: it must not need any other library of this repository.
  client: [],
};

const root = dirname(import.meta.dirname);

/**
 * The folders of the gateway below its resources, and what each may import of the gateway. Resources may import `http`
 * and `upstream`. Only the files at the top of `src` and `commands` may import everything.
 */
export const foundationImports = {
  upstream: [],
  http: ['upstream'],
  composition: ['http', 'upstream'],
  development: [],
};

/**
 * Resources whose responses contain entries of another resource. They may import its DTOs and mappers (`*.dto`,
 * `*.upstream`), in one direction only, so that the same upstream entry is not mapped twice.
 */
export const relatedResources = {
  content: ['files'],
  favorites: ['files'],
  files: ['permissions', 'versions'],
  me: ['files', 'spaces', 'users'],
  'recycle-bin': ['files'],
  'public-links': ['content', 'shares'],
  'share-links': ['content', 'jobs', 'shares'],
};

/** One resource behind two sets of upstream operations: the first may import everything from the second. */
export const resourcesSharingAll = { 'public-links': 'share-links' };

/**
 * Where a file belongs. `folder` is the top folder below `src` of an app, empty for files directly in `src`.
 * @param {string} path absolute
 */
function locate(path) {
  const [area, name, src, folder, ...rest] = relative(root, path).split(sep);
  if (area === 'libs') return { kind: 'library', name };
  if (area === 'apps') return { kind: 'app', name, folder: src === 'src' && rest.length > 0 ? folder : '' };
  return { kind: area === 'test' ? 'test' : 'outside', name: name ?? '' };
}

/** Why `file` must not import `target`; undefined where it may. */
function findViolation(file, target) {
  const from = locate(file);
  const library = /^#([a-z-]+)$/.exec(target)?.[1];
  if (library) return findLibraryViolation(from, library);
  if (!target.startsWith('.')) return findPackageViolation(from, target, file);
  const to = locate(resolve(dirname(file), target));
  if (to.kind === 'test') return file.endsWith('.spec.ts') ? undefined : 'Only specs import from test/.';
  if (to.kind === 'outside') return 'Nothing outside apps/ and libs/ is imported by path.';
  if (to.kind === 'library' && !(from.kind === 'library' && from.name === to.name)) {
    return `Import the library by its name (#${to.name}).`;
  }
  if (to.kind === 'app' && from.kind === 'library') return 'A library does not import from an app.';
  if (to.kind === 'app' && from.name !== to.name) return `apps/${from.name} and apps/${to.name} share no code.`;
  if (to.kind === 'app' && from.name === 'gateway') return findGatewayViolation(from.folder, to.folder, target);
  return undefined;
}

function findLibraryViolation(from, library) {
  if (from.kind === 'app' && from.name === 'sandbox') {
    return 'The sandbox is an independent implementation: it shares only the data of the contract with the gateway.';
  }
  if (from.kind !== 'library' || allowedLibraryImports[from.name]?.includes(library)) return undefined;
  return `libs/${from.name} may import only: ${allowedLibraryImports[from.name]?.join(', ') || 'no other library'}.`;
}

function findPackageViolation(from, target, file) {
  if (from.kind === 'library' && from.name === 'client' && target !== 'openapi-fetch' && !file.endsWith('.spec.ts')) {
    return 'The client runs in browsers: openapi-fetch is its only dependency.';
  }
  const isUpstreamClient = from.kind === 'library' && from.name === 'koodrive';
  if (isUpstreamClient && /^@nestjs\/(?!axios$)/.test(target)) return 'The upstream client does not depend on Nest.';
  return undefined;
}

function findGatewayViolation(from, to, target) {
  if (from === '' || from === 'commands' || from === to) return undefined;
  const allowed = foundationImports[from] ?? ['http', 'upstream'];
  if (allowed.includes(to)) return undefined;
  if (resourcesSharingAll[from] === to) return undefined;
  if (relatedResources[from]?.includes(to) && /\.(dto|upstream)\.js$/.test(target)) return undefined;
  return `${from}/ may import only ${['libraries', ...allowed.map((folder) => `../${folder}/`)].join(', ')}.`;
}

const imports = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = (node) => {
      const target = node.source?.value;
      const message = typeof target === 'string' ? findViolation(context.filename, target) : undefined;
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
          context.report({ node, message: `"${vague}" says nothing: name the file or folder after its content.` });
      },
    };
  },
};

/** `import type` of a class in a decorated signature compiles, and switches its validation off. */
const dtoName = '/(Query|Params|Body)$/';
const dtoFile = '/\\.dto\\.js$/';
const typeOnlyDto = [
  `ImportDeclaration[importKind="type"][source.value=${dtoFile}]`,
  `ImportDeclaration[source.value=${dtoFile}] > ImportSpecifier[importKind="type"]`,
  `ImportDeclaration[importKind="type"] > ImportSpecifier[imported.name=${dtoName}]`,
  `ImportSpecifier[importKind="type"][imported.name=${dtoName}]`,
].map((selector) => ({ selector, message: 'A DTO imported as a type is not validated: import the class itself.' }));

/**
 * The configuration.
 * @param {object[]} style entries of `no-restricted-syntax` that hold for controllers too: a later block replaces the list
 */
export default (style) => [
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    plugins: { boundaries: { rules: { imports, names } } },
    rules: { 'boundaries/imports': 'error', 'boundaries/names': 'error' },
  },
  { files: ['**/*.controller.ts'], rules: { 'no-restricted-syntax': ['error', ...style, ...typeOnlyDto] } },
];
