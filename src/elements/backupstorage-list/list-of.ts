/** The parts of a comma-separated list, as attributes and URLs have it. */
export function listOf(text: string): readonly string[] {
  return [...new Set(text.split(',').map((part) => part.trim()))].filter(Boolean);
}

/** The list with this part more or less. */
export function toggledIn(text: string, part: string): string {
  const parts = listOf(text);
  return (parts.includes(part) ? parts.filter((other) => other !== part) : [...parts, part]).join(',');
}
