import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Paths of PEM files. */
export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

/** Creates a self-signed certificate for 127.0.0.1. @returns its files, and the function that removes them */
export async function createCertificate(): Promise<CertificateFiles & { remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-certificate-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const output = ['-nodes', '-keyout', key, '-out', cert, '-days', '2'];
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  await promisify(execFile)('openssl', ['req', '-x509', ...newKey, ...subject, ...output]);
  return { cert, key, remove: () => rm(folder, { recursive: true }) };
}
