import type { Route } from '../openapi-check.js';
import { parametersOf } from '../broken-requests.js';
import { NothingThere } from './choice.js';
import { ofFiles } from './of-files.js';
import { ofMessages } from './of-messages.js';
import { ofOrganization } from './of-organization.js';
import { ofSessions } from './of-sessions.js';
import { ofShares } from './of-shares.js';
import { ofSpaces } from './of-spaces.js';
import type { Maker, Makers, Scene } from './scene.js';

const makers: Makers = { ...ofSpaces, ...ofFiles, ...ofShares, ...ofOrganization, ...ofMessages, ...ofSessions };

export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

/** Routes that makers are written for. */
export const madeByHand: readonly string[] = Object.keys(makers);

/**
 * How a request of the route is made: by a maker of its own, or, for reads, of what its parameters are named. Undefined
 * where there is no way.
 */
export function makerOf(route: Route): Maker | undefined {
  const own = makers[nameOf(route)];
  if (own) return own;
  if (route.method !== 'GET') return undefined;
  const names = parametersOf(route, 'path').map(({ name }) => name);
  if (!names.every((name) => Object.hasOwn(finders, name))) return undefined;
  return async (scene) => {
    const params: Record<string, string> = {};
    for (const name of names) params[name] = (await finders[name]?.(scene, params)) ?? '';
    return { params, query: await queryOf(scene, route, params) };
  };
}

type Finder = (scene: Scene, known: Readonly<Record<string, string>>) => Promise<string>;
const oneOf =
  (path: string): Finder =>
  async (scene) =>
    scene.choice.pick(await scene.list(path)).id;

/** Where an id that stands in an address comes from, by the name of the parameter. */
const finders: Readonly<Record<string, Finder>> = {
  spaceId: async (scene) => (await scene.space()).id,
  fileId: async (scene, { spaceId = '' }) => (await scene.file(spaceId)).id,
  groupId: oneOf('/v1/groups'),
  userId: oneOf('/v1/users'),
  departmentId: oneOf('/v1/departments'),
  templateId: oneOf('/v1/permission-templates'),
  taskId: oneOf('/v1/user-tasks'),
};

/** Filters, at times. Lists whole, so that all that changed is seen. */
async function queryOf(
  scene: Scene,
  route: Route,
  { spaceId }: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const { choice } = scene;
  const query: Record<string, string> = {};
  for (const { name, schema } of parametersOf(route, 'query')) {
    if (name === 'limit') query.limit = '100';
    else if (choice.chance(0.7)) continue;
    // Lists of words: `expand` brings all its parts.
    else if (schema.items?.enum) query[name] = schema.items.enum.join(',');
    else if (schema.enum) query[name] = String(choice.pick(schema.enum));
    else if (name === 'q') query.q = choice.pick(['e', 'n', '王']);
    else if (name === 'parent' && spaceId !== undefined) query.parent = await scene.parent(spaceId);
    else if (name === 'department' || name === 'parent' || name === 'root') {
      query[name] = choice.pick(await scene.list('/v1/departments')).id;
    }
  }
  return query;
}

/** The address of a request. */
export function addressOf(
  path: string,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string>> = {},
): string {
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new NothingThere(`no ${name}`);
    return encodeURIComponent(value);
  });
  const text = new URLSearchParams(query).toString();
  return text ? `${at}?${text}` : at;
}
