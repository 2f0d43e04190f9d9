export function pack(name: string): { tarball: string; host: string; unpacked: string; files: string[] };
