import { Refusal, type Handlers } from '../operation.js';
import type { Drive } from '../state/drive.js';
import { isSystemAdministrator } from '../state/spaces/access.js';
import { kilobytes, SpaceKind } from '../state/spaces/spaces.js';
import { whole } from './input.js';

/** The subscription and its quotas. Capacities in GB, used figures in KB (facts/auth.md, "Units"). */
export function serviceHandlers(drive: Drive): Handlers {
  const { allocation, tenant } = drive;
  return {
    getService: () => ({
      data: {
        status: 0,
        spaceCapacity: allocation.capacityGb,
        userCount: drive.users.most,
        groupSpaceSize: allocation.totalGb(SpaceKind.group),
        personalSpaceSize: allocation.totalGb(SpaceKind.individual),
        departmentSpaceSize: allocation.totalGb(SpaceKind.department),
        organizationName: tenant.orgName,
        organizationId: tenant.orgId,
        rootDeptCode: tenant.rootDeptId,
        tenantId: tenant.tenantId,
        aiAvailable: false,
        wpsAvailable: false,
        productType: '1',
        manualAuditOpen: '0',
        publicShareFlag: '0',
        aiFlag: '0',
        telcomFlag: '0',
      },
    }),
    getQuotaUsed: () => ({ data: quotaUsed(drive) }),
    setPackageDownloadExpires: ({ subject, body }) => {
      if (!isSystemAdministrator(drive, subject)) throw new Refusal(13000410, 'settings');
      drive.settings.packageRetentionDays = whole(body.packageDownloadExpires) ?? 7;
      return {};
    },
    getJsSdkInfo: () => ({ data: jsSdkInfo(drive) }),
  };
}

function quotaUsed({ allocation, users, settings }: Drive): Readonly<Record<string, unknown>> {
  const used = (kind: SpaceKind): number => kilobytes(allocation.usedBytes(kind));
  const kinds = Object.values(SpaceKind);
  const sum = (figure: (kind: SpaceKind) => number): number =>
    kinds.reduce<number>((total, kind) => total + figure(kind), 0);
  return {
    spaceCapacity: allocation.capacityGb,
    spaceUsed: sum(used),
    spaceQuotaUsed: sum((kind) => allocation.allocatedGb(kind)),
    reservedSpaceQuota: 0,
    deptSpaceQuota: allocation.totalGb(SpaceKind.department),
    deptSpaceUsed: used(SpaceKind.department),
    deptSpaceQuotaUsed: allocation.allocatedGb(SpaceKind.department),
    personalSpaceQuota: allocation.totalGb(SpaceKind.individual),
    personalSpaceUsed: used(SpaceKind.individual),
    personalSpaceQuotaUsed: allocation.allocatedGb(SpaceKind.individual),
    groupSpaceQuota: allocation.totalGb(SpaceKind.group),
    groupSpaceUsed: used(SpaceKind.group),
    groupSpaceQuotaUsed: allocation.allocatedGb(SpaceKind.group),
    userCount: users.size,
    userMaxCount: users.most,
    packageDownloadExpires: settings.packageRetentionDays,
    productType: '1',
  };
}

/** Another code with each answer. The addresses lead nowhere: nothing loads the SDK from here. */
function jsSdkInfo({ clock, ids }: Drive): Readonly<Record<string, unknown>> {
  const number = String(clock.now());
  const config = { sdk_auth_code: ids.hex(40), organization_source: 'HUAWEI_ID' };
  return {
    page_token_key: number,
    page_token: ids.hex(64),
    js_sdk_url: 'https://orgid.invalid/jssdk/jssdk.umd.js',
    retry_js_sdk_url: 'https://orgid-2.invalid/jssdk/jssdk.umd.js',
    transaction_id: number,
    orgid_config: JSON.stringify(config),
  };
}
