import { errorCodes } from '../contract/errors.js';
import { readNumber } from '../json-input.js';
import { OperationError, type OperationHandlers } from '../operation.js';
import type { Drive } from '../state/drive.js';
import { isSystemAdministrator } from '../state/spaces/space-access.js';
import { bytesToKilobytes, SpaceKind } from '../state/spaces/spaces.js';

const defaultPackageRetentionDays = 7;

/** The subscription and its quotas. Capacities are in GB, used space is in KB (facts/auth.md, "Units"). */
export function serviceHandlers(drive: Drive): OperationHandlers {
  const { allocation, tenant } = drive;
  return {
    getService: () => ({
      data: {
        status: 0,
        spaceCapacity: allocation.purchasedGb,
        userCount: drive.users.maxUsers,
        groupSpaceSize: allocation.getTotalGb(SpaceKind.group),
        personalSpaceSize: allocation.getTotalGb(SpaceKind.individual),
        departmentSpaceSize: allocation.getTotalGb(SpaceKind.department),
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
    getQuotaUsed: () => ({ data: toQuotaUsed(drive) }),
    setPackageDownloadExpires: ({ subject, body }) => {
      if (!isSystemAdministrator(drive, subject)) throw new OperationError(errorCodes.permissionDenied, 'settings');
      drive.settings.packageRetentionDays = readNumber(body.packageDownloadExpires) ?? defaultPackageRetentionDays;
      return {};
    },
    getJsSdkInfo: () => ({ data: createJsSdkInfo(drive) }),
  };
}

function toQuotaUsed({ allocation, users, settings }: Drive): Readonly<Record<string, unknown>> {
  const usedKilobytes = (kind: SpaceKind): number => bytesToKilobytes(allocation.getUsedBytes(kind));
  const kinds = Object.values(SpaceKind);
  const sum = (amountOf: (kind: SpaceKind) => number): number =>
    kinds.reduce<number>((total, kind) => total + amountOf(kind), 0);
  return {
    spaceCapacity: allocation.purchasedGb,
    spaceUsed: sum(usedKilobytes),
    spaceQuotaUsed: sum((kind) => allocation.getAllocatedGb(kind)),
    reservedSpaceQuota: 0,
    deptSpaceQuota: allocation.getTotalGb(SpaceKind.department),
    deptSpaceUsed: usedKilobytes(SpaceKind.department),
    deptSpaceQuotaUsed: allocation.getAllocatedGb(SpaceKind.department),
    personalSpaceQuota: allocation.getTotalGb(SpaceKind.individual),
    personalSpaceUsed: usedKilobytes(SpaceKind.individual),
    personalSpaceQuotaUsed: allocation.getAllocatedGb(SpaceKind.individual),
    groupSpaceQuota: allocation.getTotalGb(SpaceKind.group),
    groupSpaceUsed: usedKilobytes(SpaceKind.group),
    groupSpaceQuotaUsed: allocation.getAllocatedGb(SpaceKind.group),
    userCount: users.size,
    userMaxCount: users.maxUsers,
    packageDownloadExpires: settings.packageRetentionDays,
    productType: '1',
  };
}

/** Returns a new code in each response. The URLs do not exist, as nothing loads the SDK from the sandbox. */
function createJsSdkInfo({ clock, ids }: Drive): Readonly<Record<string, unknown>> {
  const transactionId = String(clock.now());
  const config = { sdk_auth_code: ids.nextHex(40), organization_source: 'HUAWEI_ID' };
  return {
    page_token_key: transactionId,
    page_token: ids.nextHex(64),
    js_sdk_url: 'https://orgid.invalid/jssdk/jssdk.umd.js',
    retry_js_sdk_url: 'https://orgid-2.invalid/jssdk/jssdk.umd.js',
    transaction_id: transactionId,
    orgid_config: JSON.stringify(config),
  };
}
