export function minifyStyles(code: string): string;
export function minifyStylesIn(folder: string): void;
