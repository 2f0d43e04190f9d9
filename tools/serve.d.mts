import type { Server } from 'node:http';

export const CSP: string;
export function serve(port: number): Promise<{ server: Server; url: string }>;
