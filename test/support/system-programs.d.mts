export type SystemProgram = 'redis' | 'nginx' | 'chromium' | 'curl';
export function findProgram(key: SystemProgram): string | undefined;
export function ensureProgram(key: SystemProgram): string;
