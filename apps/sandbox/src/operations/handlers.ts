import type { Handlers } from '../operation.js';
import type { Drive } from '../state/drive.js';
import { activityHandlers } from './activity.js';
import { downloadHandlers } from './downloads.js';
import { favouriteHandlers } from './favourites.js';
import { fileHandlers } from './files.js';
import { jobHandlers } from './jobs.js';
import { listingHandlers } from './listings.js';
import { messageHandlers } from './messages.js';
import { searchHandlers } from './search.js';
import { serviceHandlers } from './service.js';
import { spaceListHandlers } from './space-lists.js';
import { spaceHandlers } from './spaces.js';
import { uploadHandlers } from './uploads.js';
import { userHandlers } from './users.js';

const groups: readonly ((drive: Drive) => Handlers)[] = [
  spaceListHandlers,
  spaceHandlers,
  serviceHandlers,
  userHandlers,
  messageHandlers,
  listingHandlers,
  fileHandlers,
  uploadHandlers,
  downloadHandlers,
  searchHandlers,
  favouriteHandlers,
  activityHandlers,
  jobHandlers,
];

/** Every operation that the state plays, by operationId. */
export function driveHandlers(drive: Drive): Handlers {
  return Object.assign({}, ...groups.map((handlers) => handlers(drive))) as Handlers;
}
