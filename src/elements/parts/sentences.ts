/** Sentences one after the other, those that there are. Full-width punctuation, as in Chinese, has its space in itself. */
export function sentences(...said: readonly (string | undefined)[]): string {
  return said
    .filter((one) => one !== undefined && one !== '')
    .join(' ')
    .replaceAll(/([。！？：]) /g, '$1');
}
