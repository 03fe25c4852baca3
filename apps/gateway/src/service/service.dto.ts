import {
  ByteSizeField,
  BooleanField,
  IdField,
  TimestampInputField,
  TimestampField,
  NestedField,
  StringField,
  StringArrayQueryField,
  IntegerField,
  EnumField,
} from '../http/input/fields.js';
import { createPageQueryClass } from '../http/input/page.js';

export class SubscribedOrganization {
  @IdField({ optional: true, example: '9190086000001210958' })
  id?: string;

  @StringField({ maxLength: 250, optional: true })
  name?: string;

  @IdField({ optional: true })
  tenantId?: string;

  @IdField({ optional: true, description: 'The root department.' })
  rootDepartmentId?: string;
}

export class StorageCapacities {
  @ByteSizeField({ optional: true })
  total?: number;

  @ByteSizeField({ optional: true })
  department?: number;

  @ByteSizeField({ optional: true })
  individual?: number;

  @ByteSizeField({ optional: true })
  group?: number;
}

/**
 * The available features. One is absent if the upstream did not return it, or returned a value that is not documented.
 */
export class SubscriptionFeatures {
  @BooleanField({ optional: true })
  ai?: boolean;

  @BooleanField({ optional: true })
  onlineEditing?: boolean;

  @BooleanField({ optional: true, description: 'Contents are reviewed by people.' })
  manualReview?: boolean;

  @BooleanField({ optional: true, description: 'Shares may be opened without sign-in.' })
  publicSharing?: boolean;
}

/** The subscription of the organization. */
export class Subscription {
  @EnumField(['active', 'frozen'], { optional: true })
  state?: 'active' | 'frozen';

  @StringField({
    maxLength: 64,
    optional: true,
    description: 'The edition, as the upstream returns it. Its values are not documented.',
  })
  edition?: string;

  @IntegerField({ min: 0, optional: true, description: 'The maximum number of users.' })
  userLimit?: number;

  @NestedField(() => StorageCapacities)
  capacity!: StorageCapacities;

  @NestedField(() => SubscribedOrganization)
  organization!: SubscribedOrganization;

  @NestedField(() => SubscriptionFeatures)
  features!: SubscriptionFeatures;
}

/** For how many days the archives of packaged downloads are stored. */
export class PackageRetention {
  @IntegerField({ min: 1, max: 30, example: 7 })
  days!: number;
}

/** The data that a page needs to load and start the OrgID JsSdk. */
export class JsSdk {
  @StringField({ maxLength: 2048 })
  scriptUrl!: string;

  @StringField({ maxLength: 2048, optional: true, description: 'To load if `scriptUrl` cannot be loaded.' })
  fallbackScriptUrl?: string;

  @StringField({ maxLength: 2048, optional: true })
  pageToken?: string;

  @StringField({ maxLength: 256, optional: true })
  pageTokenKey?: string;

  @StringField({ maxLength: 256, optional: true })
  transactionId?: string;

  @StringField({
    maxLength: 8192,
    optional: true,
    description: 'For the SDK, as the upstream returns it: JSON as text, with a single-use code.',
  })
  configuration?: string;
}

export const auditOutcomes = ['done', 'failed'] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** An action of a user. */
export class AuditLogEntry {
  @IdField({ example: '1320279092268104993' })
  id!: string;

  @TimestampField({ optional: true })
  at?: string;

  @StringField({ maxLength: 250, optional: true })
  operatorName?: string;

  @IdField({ optional: true })
  operatorId?: string;

  @StringField({
    maxLength: 250,
    optional: true,
    description: 'As the upstream names it. The names are not documented.',
  })
  operation?: string;

  @StringField({ maxLength: 10_000, optional: true, description: 'The object of the action.' })
  resource?: string;

  @EnumField(auditOutcomes, { optional: true, description: 'Inferred: the values of the upstream are not documented.' })
  outcome?: AuditOutcome;

  @StringField({ maxLength: 64, optional: true, description: 'The network address of the request.' })
  address?: string;

  @StringField({ maxLength: 10_000, optional: true })
  message?: string;
}

export class ListAuditLogQuery extends createPageQueryClass(AuditLogEntry, ['at']) {
  @TimestampInputField({ optional: true, description: 'Not before this time.' })
  from?: string;

  @TimestampInputField({ optional: true, description: 'Not after this time.' })
  to?: string;

  @StringField({ maxLength: 250, optional: true, description: 'The name of the user who did it.' })
  operator?: string;

  @StringArrayQueryField({
    maxLength: 100,
    maxItems: 50,
    optional: true,
    description: 'Only these operations, with the names that entries have.',
  })
  operations?: string[];

  @StringArrayQueryField({ maxLength: 100, maxItems: 50, optional: true, description: 'All operations except these.' })
  excludedOperations?: string[];

  @EnumField(auditOutcomes, { optional: true, description: 'Inferred: the values of the upstream are not documented.' })
  outcome?: AuditOutcome;

  @StringField({ maxLength: 64, optional: true, description: 'The network address of the request.' })
  address?: string;
}
