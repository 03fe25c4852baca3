import { File } from '../files/files.dto.js';
import { Id, ListOf, Moment, Part, Text, Word } from '../http/input/fields.js';
import { pageQueryOf } from '../http/input/page.js';
import { type SpaceKind, spaceKinds } from '../upstream/space-kinds.js';

export const acts = ['viewed', 'edited', 'shared', 'saved', 'uploaded', 'saved-from-share'] as const;
export type Act = (typeof acts)[number];

/** What somebody else did with a file that you used. */
export class Collaboration {
  @Text({ max: 250, optional: true, description: 'Who did.' })
  by?: string | undefined;

  @Word(acts, { optional: true })
  action?: Act | undefined;

  @Moment({ optional: true })
  at?: string | undefined;
}

/** A file that you used lately, one entry a file. */
export class RecentFile {
  @Part(() => File)
  file!: File;

  @Word(acts, { optional: true, description: 'What you did last.' })
  action?: Act | undefined;

  @Moment({ optional: true })
  at?: string | undefined;

  @Word(['available', 'file-deleted', 'space-unavailable'], {
    description: '`space-unavailable`: the space is gone or disabled, or you may not see it any more.',
  })
  state!: 'available' | 'file-deleted' | 'space-unavailable';

  @Word(spaceKinds, { optional: true })
  spaceKind?: SpaceKind | undefined;

  @Text({ max: 250, optional: true, description: 'Of a department.' })
  spaceName?: string | undefined;

  @Part(() => Collaboration, { optional: true })
  collaboration?: Collaboration | undefined;
}

/** Something others did that concerns you: up to now, that they shared files with you. */
export class RelatedEvent {
  @Id({ description: 'Of a share: as in `/v1/shares/received/{shareId}`.' })
  id!: string;

  @Word(['shared'], { optional: true })
  action?: 'shared' | undefined;

  @Text({ max: 250, optional: true, description: 'Name of who did.' })
  by?: string | undefined;

  @Text({ max: 1000, optional: true })
  name?: string | undefined;

  @ListOf(() => File)
  files!: File[];

  @Moment({ optional: true })
  at?: string | undefined;

  @Moment({ optional: true })
  expiresAt?: string | undefined;
}

export class ListRecentQuery extends pageQueryOf(RecentFile) {}

export class ListRelatedQuery extends pageQueryOf(RelatedEvent, ['at']) {
  @Text({ max: 80, optional: true, description: 'Text to look for in names.' })
  q?: string;
}
