import { follow } from './of-files.js';
import type { Maker, Makers, Named, Scene, ValidRequest } from './scene.js';

interface Link {
  readonly code: string;
  readonly id: string;
}

const others = async (scene: Scene): Promise<Named[]> =>
  (await scene.list('/v1/users')).filter(({ id, status }) => id !== scene.caller.userId && status === 'enabled');

async function receivers(scene: Scene): Promise<object> {
  const { choice } = scene;
  const kind = choice.number();
  if (kind < 0.2) return { departmentIds: [choice.pick(await scene.list('/v1/departments')).id] };
  if (kind < 0.4) return { groupIds: [choice.pick(await scene.list('/v1/groups')).id] };
  return { userIds: choice.some(await others(scene), 3).map(({ id }) => id) };
}

async function newShare(scene: Scene, scope?: string): Promise<object> {
  const { choice } = scene;
  const { id: spaceId } = await scene.space();
  const chosen = scope ?? choice.pick(['organization', 'selected', 'selected', 'external']);
  return {
    spaceId,
    fileIds: [(await scene.file(spaceId)).id],
    scope: chosen,
    validDays: 7,
    ...(chosen === 'selected' && (await receivers(scene))),
  };
}

const shared = async (scene: Scene, scope: string, more: object = {}): Promise<Link> =>
  scene.did<Link>('POST', '/v1/shares', { body: { ...(await newShare(scene, scope)), ...more } });

const own = async (scene: Scene): Promise<Named> => scene.choice.pick(await scene.list('/v1/shares'));
const received = async (scene: Scene): Promise<Named> => scene.choice.pick(await scene.list('/v1/shares/received'));

/** The makers for a link, by the routes of either kind. */
function ofLinks(base: string, scope: string): Makers {
  const code = async (scene: Scene): Promise<{ code: string }> => ({ code: (await shared(scene, scope)).code });
  const behind = async (scene: Scene): Promise<{ code: string; fileId: string }> => {
    const { id: spaceId } = await scene.space();
    const name = encodeURIComponent(`${scene.choice.word('shared')}.txt`);
    const file = await scene.did<Named>('PUT', `/v1/spaces/${spaceId}/content?name=${name}`, { bytes: 'shared' });
    const body = { spaceId, fileIds: [file.id], scope, validDays: 7 };
    return { code: (await scene.did<Link>('POST', '/v1/shares', { body })).code, fileId: file.id };
  };
  const job = async (scene: Scene, action: string): Promise<{ code: string; body: object }> => {
    const { code: at, fileId } = await behind(scene);
    if (base === '/v1/public-links') return { code: at, body: { fileIds: [fileId], name: 'packed' } };
    if (action === 'package') return { code: at, body: { action, fileIds: [fileId], name: 'packed' } };
    return { code: at, body: { action, fileIds: [fileId], targetSpaceId: (await scene.space()).id } };
  };
  const started: Maker = async (scene) => {
    const { code: at, body } = await job(scene, 'save');
    const { id } = await scene.did<Named>('POST', `${base}/${at}/jobs`, { body });
    return { params: { code: at, jobId: id } };
  };
  return {
    [`GET ${base}/{code}`]: async (scene) => ({ params: await code(scene) }),
    [`POST ${base}/{code}/unlock`]: async (scene) => {
      const extractCode = 'a1B2c3D4';
      return { params: { code: (await shared(scene, scope, { extractCode })).code }, body: { extractCode } };
    },
    [`GET ${base}/{code}/files`]: async (scene) => ({ params: await code(scene) }),
    [`GET ${base}/{code}/files/{fileId}/content`]: async (scene) => ({ params: await behind(scene) }),
    [`POST ${base}/{code}/jobs`]: async (scene): Promise<ValidRequest> => {
      const { code: at, body } = await job(scene, scene.choice.pick(['save', 'save', 'package']));
      const after: ValidRequest['after'] = ({ headers }) => follow(scene, headers.get('location') ?? '');
      return { params: { code: at }, body, after };
    },
    [`GET ${base}/{code}/jobs/{jobId}`]: started,
    [`GET ${base}/{code}/jobs/{jobId}/events`]: started,
  };
}

/** Shares, from both sides, and their links. */
export const ofShares: Makers = {
  'POST /v1/shares': async (scene) => ({ body: await newShare(scene) }),
  'GET /v1/shares/{shareId}': async (scene) => ({ params: { shareId: (await own(scene)).id } }),
  'PATCH /v1/shares/{shareId}': async (scene) => {
    const share = await own(scene);
    const body = share.scope === 'selected' ? await receivers(scene) : { comment: scene.choice.word('comment') };
    return { params: { shareId: share.id }, body };
  },
  'DELETE /v1/shares/{shareId}': async (scene) => ({ params: { shareId: (await own(scene)).id } }),
  'POST /v1/shares/cancel': async (scene) => ({ body: { shareIds: [(await own(scene)).id] } }),
  'GET /v1/shares/received/{shareId}': async (scene) => ({ params: { shareId: (await received(scene)).id } }),
  'POST /v1/shares/received/leave': async (scene) => ({ body: { shareIds: [(await received(scene)).id] } }),
  ...ofLinks('/v1/share-links', 'organization'),
  ...ofLinks('/v1/public-links', 'external'),
};
