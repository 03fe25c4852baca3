/** What administrators set for the whole tenant. */
export class Settings {
  /** Days that archives of packed downloads are kept; 7 at first (the contract's default). */
  packageRetentionDays = 7;
}
