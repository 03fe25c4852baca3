export type SystemProgram = 'redis' | 'chromium' | 'curl';
export function findProgram(key: SystemProgram): string | undefined;
export function ensureProgram(key: SystemProgram): string;
