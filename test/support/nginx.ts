import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ManagedProcess, startProcess } from './child-process.js';
import { findFreePort } from './ports.js';
import { repositoryRoot } from './repository-root.js';
import { ensureProgram } from './system-programs.mjs';
import { waitUntil } from './wait-until.js';

/** A real nginx on 127.0.0.1. */
export interface Nginx {
  readonly url: string;
  readonly port: number;
  /** The lines of the error log so far. */
  readErrorLog(): Promise<string>;
  stop(): Promise<void>;
}

/** The place of a server in a configuration: its port, and a folder for its files. */
interface NginxPlace {
  readonly port: number;
  readonly folder: string;
}

/** Starts nginx with deploy/nginx.conf. Only addresses and paths are replaced. @param ports of the gateways, one or two */
export async function startShippedNginx(ports: readonly number[]): Promise<Nginx> {
  const shipped = await readFile(join(repositoryRoot, 'deploy/nginx.conf'), 'utf8');
  return startNginx(({ port, folder }) =>
    shipped
      .replace(
        /server gateway-(\d):3000/g,
        (_line, digit: string) => `server 127.0.0.1:${ports[Number(digit) - 1] ?? ports[0]}`,
      )
      .replace('listen 8080', `listen 127.0.0.1:${port}`)
      .replaceAll('/tmp/', `${folder}/`)
      .replace('/dev/stdout', `${folder}/access.log`)
      .replace('/dev/stderr', `${folder}/error.log`),
  );
}

/**
 * Starts a proxy in front of `target`, as one that terminates TLS for https://drive.example: it appends to the forwarded
 * headers, and its own address is `address`, another one of this machine.
 */
export function startFrontProxy(target: Nginx, address: string): Promise<Nginx> {
  return startNginx(
    ({ port, folder }) => `
      pid ${folder}/nginx.pid;
      events { worker_connections 256; }
      error_log ${folder}/error.log warn;
      http {
        access_log off;
        client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
        uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
        server {
          listen 127.0.0.1:${port};
          location / {
            proxy_pass ${target.url};
            proxy_bind ${address};
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header X-Forwarded-Proto https;
          }
        }
      }`,
  );
}

async function startNginx(buildConfiguration: (place: NginxPlace) => string): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'koodrive-nginx-'));
  const port = await findFreePort();
  const configurationFile = join(folder, 'nginx.conf');
  await writeFile(configurationFile, buildConfiguration({ port, folder }));
  // One process: workers would outlive a killed master.
  const args = ['-p', folder, '-c', configurationFile, '-g', 'daemon off; master_process off;'];
  const child = await startProcess(ensureProgram('nginx'), args);
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    await child.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await waitUntil('nginx to respond', () => isReady(child, url));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, port, readErrorLog: () => readFile(join(folder, 'error.log'), 'utf8'), stop };
}

/** A path that nginx serves itself, or any other: every response will do. */
async function isReady(child: ManagedProcess, url: string): Promise<boolean> {
  if (child.exitStatus()) throw new Error(`nginx ended: ${child.output()}`);
  return fetch(`${url}/metrics`).then(
    () => true,
    () => false,
  );
}
