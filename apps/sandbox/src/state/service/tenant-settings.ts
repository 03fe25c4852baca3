/** Settings of the tenant that administrators may change. */
export class TenantSettings {
  /** Days that an archive for download stays available. 7 is the default of the contract. */
  packageRetentionDays = 7;
}
