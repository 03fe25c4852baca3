import type { Route } from '../openapi-check.js';
import type { Answer } from '../stack.js';
import { NothingThere } from './choice.js';
import type { Scene, Send, ValidRequest } from './scene.js';
import { addressOf, makerOf, nameOf } from './valid-requests.js';

/** A request that was made, and what it was answered. */
export interface Driven {
  readonly path: string;
  readonly request: ValidRequest;
  readonly answer: Answer;
}

/**
 * Makes a request of the route that is right, and sends it.
 * @param change makes it less right than it is
 * @returns why not, where there is nothing to make it of
 * @throws Error where nobody has said how such a request is made
 */
export async function driveRoute(
  route: Route,
  scene: Scene,
  send: Send,
  change: (request: ValidRequest) => ValidRequest = (request) => request,
): Promise<Driven | string> {
  const maker = makerOf(route);
  if (!maker) throw new Error(`no request is known for ${nameOf(route)}: see test/support/requests`);
  try {
    const request = change(await maker(scene));
    const { params, query, body, bytes } = request;
    const path = addressOf(route.path, params, query);
    const { headers } = scene.caller;
    const options = { headers, ...(body !== undefined && { body }), ...(bytes !== undefined && { bytes }) };
    return { path, request, answer: await send(route.method, path, options) };
  } catch (error) {
    if (error instanceof NothingThere) return error.message;
    throw error;
  }
}
