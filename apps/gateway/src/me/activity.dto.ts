import { DriveFile } from '../files/files.dto.js';
import {
  IdField,
  NestedArrayField,
  TimestampField,
  NestedField,
  StringField,
  EnumField,
} from '../http/input/fields.js';
import { createPageQueryClass } from '../http/input/page.js';
import { type SpaceKind, spaceKinds } from '../upstream/space-kinds.js';

export const activityActions = ['viewed', 'edited', 'shared', 'saved', 'uploaded', 'saved-from-share'] as const;
export type ActivityAction = (typeof activityActions)[number];

/** An action of another user on a file that you used. */
export class Collaboration {
  @StringField({ maxLength: 250, optional: true, description: 'Name of the user.' })
  by?: string;

  @EnumField(activityActions, { optional: true })
  action?: ActivityAction;

  @TimestampField({ optional: true })
  at?: string;
}

/** A file that you used recently. There is one entry for each file. */
export class RecentFile {
  @NestedField(() => DriveFile)
  file!: DriveFile;

  @EnumField(activityActions, { optional: true, description: 'Your last action.' })
  action?: ActivityAction;

  @TimestampField({ optional: true })
  at?: string;

  @EnumField(['available', 'file-deleted', 'space-unavailable'], {
    optional: true,
    description: '`space-unavailable`: the space is deleted or disabled, or you no longer have access.',
  })
  state?: 'available' | 'file-deleted' | 'space-unavailable';

  @EnumField(spaceKinds, { optional: true })
  spaceKind?: SpaceKind;

  @StringField({ maxLength: 250, optional: true, description: 'Only for the space of a department.' })
  spaceName?: string;

  @NestedField(() => Collaboration, { optional: true })
  collaboration?: Collaboration;
}

/** An action of another user that concerns you. So far, it is always a share with you. */
export class RelatedEvent {
  @IdField({ description: 'The id of the share, as in `/v1/shares/received/{shareId}`.' })
  id!: string;

  @EnumField(['shared'], { optional: true })
  action?: 'shared';

  @StringField({ maxLength: 250, optional: true, description: 'Name of the user who did it.' })
  by?: string;

  @StringField({ maxLength: 1000, optional: true })
  name?: string;

  @NestedArrayField(() => DriveFile, { optional: true, description: 'Absent if one of them could not be read.' })
  files?: DriveFile[];

  @TimestampField({ optional: true })
  at?: string;

  @TimestampField({ optional: true })
  expiresAt?: string;
}

export class ListRecentFilesQuery extends createPageQueryClass(RecentFile) {}

export class ListRelatedEventsQuery extends createPageQueryClass(RelatedEvent, ['at']) {
  @StringField({ maxLength: 80, optional: true, description: 'Text to search for in names.' })
  q?: string;
}
