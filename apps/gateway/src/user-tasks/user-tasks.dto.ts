import { Id, ListOf, LongId, Moment, Text, Whole, Word } from '../http/input/fields.js';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { pageQueryOf } from '../http/input/page.js';

export const userTaskActions = ['hand-over-and-delete', 'import'] as const;
export type UserTaskAction = (typeof userTaskActions)[number];

export const userTaskStates = ['waiting', 'running', 'succeeded', 'failed'] as const;
export type UserTaskState = (typeof userTaskStates)[number];

/** Work of administrators on users that goes on after the answer. */
export class UserTask {
  @Id({ example: '1486254586942472064' })
  id!: string;

  @Word(userTaskActions)
  action!: UserTaskAction;

  @Word(userTaskStates)
  status!: UserTaskState;

  @Text({ max: 250, optional: true, description: 'Name that the upstream gave it.' })
  name?: string | undefined;

  @Id({ optional: true, description: 'The user that the upstream names with it.' })
  userId?: string | undefined;

  @Text({ max: 40, optional: true, example: '18000205', description: "The upstream's code for a failure." })
  upstreamCode?: string | undefined;

  @Moment({ optional: true, description: 'This and the next two in lists only.' })
  createdAt?: string | undefined;

  @Moment({ optional: true })
  startedAt?: string | undefined;

  @Moment({ optional: true })
  finishedAt?: string | undefined;
}

export class UserTaskParams {
  @LongId({ description: 'The task.' })
  taskId!: string;
}

export class ListUserTasksQuery extends pageQueryOf(UserTask) {
  @Word(userTaskActions, { optional: true, description: 'Only tasks that do this.' })
  action?: UserTaskAction;

  @Word(userTaskStates, { optional: true, description: 'Only tasks in this state.' })
  status?: UserTaskState;
}

export class StartUserTaskQuery extends ConfirmationQuery {}

export class StartUserTaskBody {
  @Word(userTaskActions)
  action!: UserTaskAction;

  @Id({ optional: true, description: 'hand-over-and-delete: the user to go, disabled or never activated.' })
  userId?: string;

  @Id({ optional: true, description: 'hand-over-and-delete: the user who gets the files.' })
  receiverId?: string;

  @Id({ optional: true, description: 'import: the result of the check before; where it comes from is not documented.' })
  checkResultId?: string;

  @Id({ optional: true, description: 'import: the organization, by its id at OrgID.' })
  organizationId?: string;

  @Id({ optional: true, description: 'import: who imports, by their id at OrgID.' })
  organizationUserId?: string;
}

/** Somebody who could not be imported. */
export class ImportFailure {
  @Text({ max: 250, optional: true })
  name?: string | undefined;

  @Text({ max: 1000, optional: true, description: 'In the words of the upstream.' })
  reason?: string | undefined;
}

export class ImportResult {
  @Whole({ min: 0 })
  importedCount!: number;

  @Whole({ min: 0 })
  failedCount!: number;

  @ListOf(() => ImportFailure)
  failures!: ImportFailure[];
}

export class HandedOverParams {
  @Id({ description: 'The user whose files are or were handed over.' })
  userId!: string;
}

/** Who gets the files of a user. */
export class HandOverReceiver {
  @Id()
  id!: string;

  @Text({ max: 250, optional: true })
  name?: string | undefined;
}
