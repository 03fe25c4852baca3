import {
  IdField,
  NestedArrayField,
  Int64IdField,
  TimestampField,
  StringField,
  IntegerField,
  EnumField,
} from '../http/input/fields.js';
import { createPageQueryClass } from '../http/input/page.js';

export const userTaskActions = ['hand-over-and-delete', 'import'] as const;
export type UserTaskAction = (typeof userTaskActions)[number];

export const userTaskStates = ['waiting', 'running', 'succeeded', 'failed'] as const;
type UserTaskState = (typeof userTaskStates)[number];

/** Work on users that an administrator starts and that runs after the response. */
export class UserTask {
  @IdField({ example: '1486254586942472064' })
  id!: string;

  @EnumField(userTaskActions)
  action!: UserTaskAction;

  @EnumField(userTaskStates)
  status!: UserTaskState;

  @StringField({ maxLength: 250, optional: true, description: 'Name of the task at the upstream.' })
  name?: string;

  @IdField({ optional: true, description: 'The user that the upstream returns with the task.' })
  userId?: string;

  @StringField({
    maxLength: 40,
    optional: true,
    example: '18000205',
    description: 'Code of the upstream for the failure.',
  })
  upstreamCode?: string;

  @TimestampField({ optional: true, description: 'This and the next two fields are in lists only.' })
  createdAt?: string;

  @TimestampField({ optional: true })
  startedAt?: string;

  @TimestampField({ optional: true })
  finishedAt?: string;
}

export class UserTaskParams {
  @Int64IdField({ description: 'The task.' })
  taskId!: string;
}

export class ListUserTasksQuery extends createPageQueryClass(UserTask) {
  @EnumField(userTaskActions, { optional: true, description: 'Only tasks with this action.' })
  action?: UserTaskAction;

  @EnumField(userTaskStates, { optional: true, description: 'Only tasks in this state.' })
  status?: UserTaskState;
}

export class StartUserTaskBody {
  @EnumField(userTaskActions)
  action!: UserTaskAction;

  @IdField({
    optional: true,
    description: 'hand-over-and-delete: the user to delete, who is disabled or was never activated.',
  })
  userId?: string;

  @IdField({ optional: true, description: 'hand-over-and-delete: the user who gets the files.' })
  receiverId?: string;

  @IdField({
    optional: true,
    description: 'import: the result of the previous check. Its source is not documented.',
  })
  checkResultId?: string;

  @IdField({ optional: true, description: 'import: the id of the organization at OrgID.' })
  organizationId?: string;

  @IdField({ optional: true, description: 'import: the id at OrgID of the user who imports.' })
  organizationUserId?: string;
}

/** A person who could not be imported. */
export class ImportFailure {
  @StringField({ maxLength: 250, optional: true })
  name?: string;

  @StringField({ maxLength: 1000, optional: true, description: 'Text of the upstream.' })
  reason?: string;
}

export class ImportResult {
  @IntegerField({ min: 0 })
  importedCount!: number;

  @IntegerField({ min: 0, optional: true })
  failedCount?: number;

  @NestedArrayField(() => ImportFailure, { optional: true, description: 'Absent if one of them could not be read.' })
  failures?: ImportFailure[];
}

export class OwnershipTransferParams {
  @IdField({ description: 'The user whose files are or were transferred.' })
  userId!: string;
}

/** The user who gets the files of another user. */
export class OwnershipTransferRecipient {
  @IdField()
  id!: string;

  @StringField({ maxLength: 250, optional: true })
  name?: string;
}
