import { Refusal, type Subject } from '../../operation.js';
import type { Drive } from '../drive.js';
import { mayReach } from '../spaces/access.js';
import { rootIdOf, SpaceKind, SpaceStatus, type Space } from '../spaces/spaces.js';
import type { FileNode } from './file-node.js';
import { folderIn } from './lookup.js';

export interface SearchWish {
  readonly searchType: string | undefined;
  readonly keyWord: string | undefined;
  readonly containerId: string | undefined;
  readonly parentFolder: string | undefined;
  readonly fileType: string | undefined;
  /** `from,to`, each a time or milliseconds; the form is inferred, the reference does not give it. */
  readonly updateTimeRange: string | undefined;
  readonly ownerId: string | undefined;
  readonly recycled: boolean;
  /** Without it only what lies directly in the folder, or in the root, is found. */
  readonly recursive: boolean;
}

/** Everything that fits, newest first. Refuses with 13000414, 13000413 and 13000102. */
export function search(drive: Drive, subject: Subject, wish: SearchWish): FileNode[] {
  if (!wish.searchType) throw new Refusal(13000414);
  if (wish.searchType !== 'personal' && wish.searchType !== 'team') throw new Refusal(13000413, wish.searchType);
  if (wish.parentFolder && !wish.containerId) throw new Refusal(13000102, 'containerId: needed with parentFolder');
  const fits = condition(wish);
  const found: FileNode[] = [];
  for (const space of spacesFor(drive, subject, wish)) {
    for (const node of candidates(drive, space, wish)) if (fits(node)) found.push(node);
  }
  return found;
}

function spacesFor(drive: Drive, subject: Subject, { searchType, containerId }: SearchWish): Space[] {
  const personal = searchType === 'personal';
  return drive.spaces.list().filter((space) => {
    if ((space.kind === SpaceKind.individual) !== personal || space.status !== SpaceStatus.normal) return false;
    return (!containerId || space.containerId === containerId) && mayReach(drive, subject, space);
  });
}

function* candidates(drive: Drive, space: Space, wish: SearchWish): Generator<FileNode> {
  const { tree } = drive;
  const folder = folderIn(drive, space, wish.parentFolder || rootIdOf(space.containerId));
  const wholeBin = wish.recycled && folder.parentId === undefined;
  for (const node of wholeBin ? tree.bin(space.containerId) : tree.children(folder.id)) {
    if (wish.recursive) yield* tree.walk(node);
    else yield node;
  }
}

function condition(wish: SearchWish): (node: FileNode) => boolean {
  const keyWord = wish.keyWord?.toLowerCase();
  const [from = -Infinity, to = Infinity] = (wish.updateTimeRange ?? '').split(',').map(timeOf);
  return (node) =>
    !node.hidden &&
    (!keyWord || node.name.toLowerCase().includes(keyWord)) &&
    (!wish.fileType || node.fileType === wish.fileType) &&
    (!wish.ownerId || node.creatorId === wish.ownerId) &&
    node.editedAt >= from &&
    node.editedAt <= to;
}

function timeOf(text: string): number | undefined {
  if (text === '') return undefined;
  const time = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
