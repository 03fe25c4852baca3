import type { Makers, Named, Scene } from './scene.js';

const gigabyte = 1024 ** 3;

/** A space that nobody misses: those of the seed data are what everything else stands on. */
const ours = (scene: Scene): Promise<string> =>
  scene.ours('/v1/spaces?kind=group', {
    path: '/v1/spaces',
    body: { kind: 'group', name: scene.choice.word('made s') },
  });

const owners: Readonly<Record<string, string>> = {
  individual: '/v1/users',
  department: '/v1/departments',
  group: '/v1/groups',
};

/** Spaces, and whose they are. */
export const ofSpaces: Makers = {
  'POST /v1/spaces': async (scene) => {
    const { choice } = scene;
    if (choice.chance(0.6)) return { body: { kind: 'group', name: choice.word('made s') } };
    const kind = choice.pick(['individual', 'department']);
    const ownerId = choice.pick(await scene.list(owners[kind] ?? '')).id;
    return { body: { kind, ownerId, capacity: gigabyte } };
  },
  'PATCH /v1/spaces/{spaceId}': async (scene) => ({
    params: { spaceId: scene.choice.chance(0.5) ? (await scene.space()).id : await ours(scene) },
    body: { capacity: (20 + Math.floor(scene.choice.number() * 5)) * gigabyte },
  }),
  'DELETE /v1/spaces/{spaceId}': async (scene) => {
    const spaceId = await ours(scene);
    return { params: { spaceId }, query: { confirm: spaceId } };
  },
  'GET /v1/spaces/by-owner': async (scene) => {
    const kind = scene.choice.pick(Object.keys(owners));
    const owner: Named = scene.choice.pick(await scene.list(owners[kind] ?? ''));
    return { query: { kind, ownerIds: owner.id } };
  },
  'GET /v1/organization/spaces': (scene) => ({
    query: { kind: scene.choice.pick(Object.keys(owners)), limit: '100' },
  }),
};
