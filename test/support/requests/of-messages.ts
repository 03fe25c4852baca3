import type { Makers, Scene } from './scene.js';

const sha256 = 'd5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9';

async function someMessages(scene: Scene): Promise<{ ids: string[] }> {
  return { ids: scene.choice.some(await scene.list('/v1/messages'), 2).map(({ id }) => id) };
}

const markable = async (scene: Scene): Promise<object> => {
  const { id: spaceId } = await scene.space(['individual', 'department']);
  return { spaceId, fileId: (await scene.file(spaceId)).id };
};

/** Messages, favorites, reviews of contents, and several reads at once. */
export const ofMessages: Makers = {
  'POST /v1/messages/read': async (scene) => ({ body: await someMessages(scene) }),
  'POST /v1/messages/read-all': () => ({}),
  'POST /v1/messages/delete': async (scene) => ({ body: await someMessages(scene) }),
  'DELETE /v1/messages': () => ({ query: { confirm: 'all' } }),
  'POST /v1/me/favorites': async (scene) => ({ body: { files: [await markable(scene)] } }),
  'POST /v1/me/favorites/remove': async (scene) => {
    const body = { files: [await markable(scene)] };
    await scene.did('POST', '/v1/me/favorites', { body });
    return { body };
  },
  'POST /v1/batch': () => ({
    body: {
      requests: [
        { id: 'me', path: '/v1/me' },
        { id: 'spaces', path: '/v1/spaces?limit=2' },
      ],
    },
  }),
  'PUT /v1/reviews': (scene) => ({
    body: { reviews: [{ sha256, size: 11_239, verdict: scene.choice.pick(['normal', 'high-sensitivity']) }] },
  }),
  'POST /v1/reviews/find': () => ({ body: { contents: [{ sha256, size: 11_239 }] } }),
};
