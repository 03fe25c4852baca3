export type SystemProgram = 'redis' | 'chromium';
export function findProgram(key: SystemProgram): string | undefined;
export function ensureProgram(key: SystemProgram): string;
