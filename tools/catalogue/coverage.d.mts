interface Manifest {
  modules: {
    declarations?: {
      tagName?: string;
      cssParts?: { name: string; description?: string }[];
      cssStates?: { name: string }[];
    }[];
  }[];
}

export class Coverage {
  constructor(manifest?: Manifest);
  get states(): string[];
  note(shown: Record<string, string[]>): string[];
  missing(): string[];
}
