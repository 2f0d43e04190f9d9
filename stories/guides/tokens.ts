interface Property {
  name: string;
  default?: string;
  description?: string;
}

interface Declaration {
  tagName?: string;
  cssProperties?: readonly Property[];
}

interface Manifest {
  modules: readonly { declarations?: readonly Declaration[] }[];
}

/** Every token as a Markdown table, from the docstrings of the elements by way of custom-elements.json. */
export function tokensAsMarkdown({ modules }: Manifest): string {
  const declarations = modules.flatMap(({ declarations: all = [] }) => all);
  const tokens = new Map<string, { property: Property; tags: string[] }>();
  for (const { tagName, cssProperties = [] } of declarations.filter((one) => one.tagName))
    for (const property of cssProperties) {
      const known = tokens.get(property.name) ?? { property, tags: [] };
      known.tags.push(tagName!.replace('backupstorage-', ''));
      tokens.set(property.name, known);
    }
  const most = Math.max(...[...tokens.values()].map(({ tags }) => tags.length));
  const rows = [...tokens.values()].map(
    ({ property, tags }) =>
      `| \`${property.name}\` | ${property.description ?? ''} | \`${property.default ?? ''}\` | ${tags.length === most ? 'all' : tags.join(', ')} |`,
  );
  return ['| token | what | default | elements |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
