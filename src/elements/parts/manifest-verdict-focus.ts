/** What a button in the verdict does may take it away: the focus stays where the answer will be. */
export function focusVerdict({ currentTarget }: Event): void {
  (currentTarget as HTMLElement).closest<HTMLElement>('.verdict')?.focus({ preventScroll: true });
}
