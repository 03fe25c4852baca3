import { Bytes, Flag, Id, MomentIn, Moment, Part, Text, TextsInQuery, Whole, Word } from '../http/input/fields.js';
import { pageQueryOf } from '../http/input/page.js';

export class SubscribedOrganization {
  @Id({ optional: true, example: '9190086000001210958' })
  id?: string | undefined;

  @Text({ max: 250, optional: true })
  name?: string | undefined;

  @Id({ optional: true })
  tenantId?: string | undefined;

  @Id({ optional: true, description: 'The department at the top of the tree.' })
  rootDepartmentId?: string | undefined;
}

export class Capacities {
  @Bytes({ optional: true })
  total?: number | undefined;

  @Bytes({ optional: true })
  department?: number | undefined;

  @Bytes({ optional: true })
  individual?: number | undefined;

  @Bytes({ optional: true })
  group?: number | undefined;
}

/** What can be used. Absent: the upstream did not say, or in words that are not documented. */
export class Features {
  @Flag({ optional: true })
  ai?: boolean | undefined;

  @Flag({ optional: true })
  onlineEditing?: boolean | undefined;

  @Flag({ optional: true, description: 'People review contents.' })
  manualReview?: boolean | undefined;

  @Flag({ optional: true, description: 'Shares may be opened to everybody.' })
  publicSharing?: boolean | undefined;
}

/** What the organization has subscribed to. */
export class Subscription {
  @Word(['active', 'frozen'], { optional: true })
  state?: 'active' | 'frozen' | undefined;

  @Text({
    max: 64,
    optional: true,
    description: 'The edition, as the upstream gives it: its values are not documented.',
  })
  edition?: string | undefined;

  @Whole({ min: 0, optional: true, description: 'The most users there may be.' })
  userLimit?: number | undefined;

  @Part(() => Capacities)
  capacity!: Capacities;

  @Part(() => SubscribedOrganization)
  organization!: SubscribedOrganization;

  @Part(() => Features)
  features!: Features;
}

/** For how long archives that packed downloads leave behind are kept. */
export class PackageRetention {
  @Whole({ min: 1, max: 30, example: 7 })
  days!: number;
}

/** What a page needs to load and start the OrgID JsSdk. */
export class JsSdk {
  @Text({ max: 2048 })
  scriptUrl!: string;

  @Text({ max: 2048, optional: true, description: 'To be tried where the first cannot be loaded.' })
  fallbackScriptUrl?: string | undefined;

  @Text({ max: 2048, optional: true })
  pageToken?: string | undefined;

  @Text({ max: 256, optional: true })
  pageTokenKey?: string | undefined;

  @Text({ max: 256, optional: true })
  transactionId?: string | undefined;

  @Text({
    max: 8192,
    optional: true,
    description: 'For the SDK, as it came: JSON as text, with a code that works once.',
  })
  configuration?: string | undefined;
}

export const outcomes = ['done', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** What somebody did. */
export class AuditLogEntry {
  @Id({ example: '1320279092268104993' })
  id!: string;

  @Moment({ optional: true })
  at?: string | undefined;

  @Text({ max: 250, optional: true })
  operatorName?: string | undefined;

  @Id({ optional: true })
  operatorId?: string | undefined;

  @Text({ max: 250, optional: true, description: 'As the upstream names it: its words are not documented.' })
  operation?: string | undefined;

  @Text({ max: 10_000, optional: true, description: 'What it was done to.' })
  resource?: string | undefined;

  @Word(outcomes, { optional: true, description: 'Inferred: the values upstream are not documented.' })
  outcome?: Outcome | undefined;

  @Text({ max: 64, optional: true, description: 'The network address that it came from.' })
  address?: string | undefined;

  @Text({ max: 10_000, optional: true })
  message?: string | undefined;
}

export class ListAuditLogQuery extends pageQueryOf(AuditLogEntry, ['at']) {
  @MomentIn({ optional: true, description: 'Not before this moment.' })
  from?: string;

  @MomentIn({ optional: true, description: 'Not after this moment.' })
  to?: string;

  @Text({ max: 250, optional: true, description: 'The name of who did it.' })
  operator?: string;

  @TextsInQuery({ max: 100, most: 50, optional: true, description: 'Only these operations, as entries name them.' })
  operations?: string[];

  @TextsInQuery({ max: 100, most: 50, optional: true, description: 'All operations but these.' })
  excludedOperations?: string[];

  @Word(outcomes, { optional: true, description: 'Inferred: the values upstream are not documented.' })
  outcome?: Outcome;

  @Text({ max: 64, optional: true, description: 'The network address that it came from.' })
  address?: string;
}
