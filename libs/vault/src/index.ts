export { type Cipher, decryptRecord, encryptRecord } from './cipher.js';
export { EncryptedRecords, createRecordKey, type StoredRecord } from './encrypted-records.js';
export { type ReencryptableStore, reencryptAll, type ReencryptionCounts } from './reencrypt-all.js';
export { Vault, VaultError, type VaultKey } from './vault.js';
