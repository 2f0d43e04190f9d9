/** Whether the text is in the clipboard now. Pages without a secure context or the permission cannot write there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
